using System.Net.Sockets;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>The handler of the one client that fetches from addresses out of data: every connection of it goes through the guard.</summary>
internal static class GuardedHandler
{
    /// <summary>The client's name at <see cref="IHttpClientFactory"/>.</summary>
    public const string ClientName = "web";

    public static SocketsHttpHandler Create(OutboundGuard guard) => new()
    {
        // A proxy would resolve and connect in our place, cookies would be kept, redirects would be followed and bodies decoded without our limits.
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = System.Net.DecompressionMethods.None,
        // An address is checked when it is connected to, so a connection must not live on for long.
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        // Sites send æøå in Location as UTF-8, and browsers read it so.
        ResponseHeaderEncodingSelector = (name, _) => name == "Location" ? System.Text.Encoding.UTF8 : null,
        ConnectCallback = async (context, cancellation) =>
        {
            // Closed unless the connection asked for is the one of the URL that is judged.
            if (context.InitialRequestMessage.RequestUri is not { } uri
                || context.DnsEndPoint.Port != uri.Port
                || !string.Equals(context.DnsEndPoint.Host.Trim('[', ']'), uri.IdnHost, StringComparison.OrdinalIgnoreCase)
                || !guard.TryAccept(uri, out OutboundDestination? destination))
                throw new NoConnectionException(PageReasons.AddressNotAllowed);
            OutboundConnection connection = await guard.ConnectAsync(destination, cancellation);
            return connection.Open ? new NetworkStream(connection.Socket, ownsSocket: true) : throw new NoConnectionException(connection.Reason);
        },
    };
}

/// <summary>Carries a reason out of <see cref="SocketsHttpHandler.ConnectCallback"/>, which knows no other way; the fetcher turns it into a value.</summary>
internal sealed class NoConnectionException(string reason) : IOException("No connection: " + reason)
{
    public string Reason { get; } = reason;
}
