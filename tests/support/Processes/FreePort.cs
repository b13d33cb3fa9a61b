using System.Net.NetworkInformation;

namespace Monitor.Tests.Support.Processes;

/// <summary>
/// Ports for programs that are ended and started again: none of those that the kernel gives to outgoing connections (32768 and up on Linux),
/// since any program on the machine may have got such a one in between.
/// </summary>
public static class FreePort
{
    /// <summary>A port that nobody listens on now.</summary>
    public static int Next()
    {
        HashSet<int> taken = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port)];
        int port;
        do
            port = Random.Shared.Next(10_000, 32_000);
        while (taken.Contains(port));
        return port;
    }
}
