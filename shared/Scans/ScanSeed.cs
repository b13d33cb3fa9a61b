using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>What a scan's random part is drawn from: derived from its id, so that it needs no source of chance of its own and fits a JSON number.</summary>
internal static class ScanSeed
{
    public static long Of(ScanId scan) => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(scan.ToString())));
}
