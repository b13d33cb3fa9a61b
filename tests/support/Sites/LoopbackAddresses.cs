using System.Net;

namespace Monitor.Tests.Support.Sites;

/// <summary>Hands out addresses of 127.0.0.0/8, each once in this process, so that sites that are polite by host never wait for each other.</summary>
public static class LoopbackAddresses
{
    private static int last;

    /// <summary>The next address: 127.16.0.1 and up.</summary>
    public static IPAddress Next()
    {
        int number = Interlocked.Increment(ref last);
        return new IPAddress([127, (byte)(16 + number / 62500 % 200), (byte)(number / 250 % 250), (byte)(number % 250 + 1)]);
    }
}
