using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>
/// The one policy for every connection to an address that came from data. http and https on ports 80, 443, 8080 and 8443, no user name,
/// no single-label or special-use name, no address in a special-purpose range, in any notation, inside IPv6 or behind DNS.
/// A name is resolved once, refused if any answer is not public, and the very addresses checked are connected to.
/// </summary>
public sealed class OutboundGuard(OutboundPolicy policy, INameResolver resolver, TimeProvider clock)
{
    private static readonly int[] Ports = [80, 443, 8080, 8443];

    /// <summary>Looks at a URL without resolving its name: what registration and every redirect ask first.</summary>
    public bool TryAccept(string url, [NotNullWhen(true)] out OutboundDestination? destination)
    {
        destination = null;
        return LinkResolver.TryResolve(url, null, out Uri? uri) && TryAccept(uri, out destination);
    }

    /// <inheritdoc cref="TryAccept(string, out OutboundDestination?)"/>
    public bool TryAccept(Uri uri, [NotNullWhen(true)] out OutboundDestination? destination)
    {
        destination = null;
        return uri.IsAbsoluteUri
            && uri.Scheme is "http" or "https"
            && uri.UserInfo.Length == 0
            && HostNames.TryOf(uri, out string? host)
            && TryAccept(host, uri.Port, policy.IsAllowed(new Origin(uri.Scheme, host, uri.Port)), out destination);
    }

    /// <summary>Looks at a host and port, as a browser names them to a proxy when it asks for a tunnel.</summary>
    public bool TryAcceptTunnel(string host, int port, [NotNullWhen(true)] out OutboundDestination? destination)
    {
        // As a URL, so that every notation of a host comes out as it does for a fetch.
        destination = null;
        return LinkResolver.TryResolve($"https://{host}:{port}/", null, out Uri? uri)
            && uri is { UserInfo: "", PathAndQuery: "/" }
            && HostNames.TryOf(uri, out string? name)
            && TryAccept(name, uri.Port, policy.IsAllowed(name, uri.Port), out destination);
    }

    /// <summary>Resolves, checks every answer, and connects to what was checked, within <see cref="OutboundSettings.ConnectSeconds"/> in all.</summary>
    public async Task<OutboundConnection> ConnectAsync(OutboundDestination destination, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(policy.ConnectLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            IReadOnlyList<IPAddress> addresses = destination.Address is { } address ? [address] : await resolver.ResolveAsync(destination.Host, either.Token);
            if (addresses.Count == 0)
                return OutboundConnection.None(PageReasons.Dns);
            if (!destination.Exempt && !addresses.All(PublicAddresses.IsPublic))
                return OutboundConnection.None(PageReasons.AddressNotAllowed);
            return await ConnectAsync(addresses, destination.Port, either.Token);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return OutboundConnection.None(PageReasons.Timeout);
        }
    }

    /// <summary>Resolves and checks every answer as <see cref="ConnectAsync(OutboundDestination, CancellationToken)"/> does, and connects to nothing; none where that would not either.</summary>
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(OutboundDestination destination, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(policy.ConnectLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            IReadOnlyList<IPAddress> addresses = destination.Address is { } address ? [address] : await resolver.ResolveAsync(destination.Host, either.Token);
            return destination.Exempt || addresses.All(PublicAddresses.IsPublic) ? addresses : [];
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    private static bool TryAccept(string host, int port, bool exempt, [NotNullWhen(true)] out OutboundDestination? destination)
    {
        destination = null;
        bool literal = HostNames.TryReadAddress(host, out IPAddress? address);
        bool allowed = exempt
            ? literal || !HostNames.EndsInNumber(host)
            : Ports.Contains(port) && (literal ? PublicAddresses.IsPublic(address!) : HostNames.IsPublicName(host));
        if (allowed)
            destination = new OutboundDestination(host, port, address, exempt);
        return allowed;
    }

    private static async Task<OutboundConnection> ConnectAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellation)
    {
        foreach (IPAddress address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, port), cancellation);
                return OutboundConnection.Of(socket);
            }
            catch (SocketException)
            {
                socket.Dispose();
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
        return OutboundConnection.None(PageReasons.Connection);
    }
}
