using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Spreads waits apart, the same for the same seed: hosts that failed together are not asked together again.</summary>
internal static class Jitter
{
    /// <summary>A number from 0 up to 1, evenly spread over seeds.</summary>
    public static double Of(string seed) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) / (uint.MaxValue + 1.0);
}
