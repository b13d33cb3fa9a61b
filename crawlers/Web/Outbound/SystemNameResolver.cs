using System.Net;
using System.Net.Sockets;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>Asks the machine's resolver, and keeps no answer: an answer is good for the one connection it was asked for.</summary>
internal sealed class SystemNameResolver : INameResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return await Dns.GetHostAddressesAsync(host, cancellation);
        }
        catch (SocketException)
        {
            return [];
        }
    }
}
