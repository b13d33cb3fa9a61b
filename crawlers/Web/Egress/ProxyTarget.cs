using System.Globalization;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web.Egress;

/// <summary>What a browser asks the proxy for, read from the request line.</summary>
/// <param name="Method">The method.</param>
/// <param name="Tunnel">Whether it asks for a tunnel (CONNECT).</param>
/// <param name="Host">The host as named.</param>
/// <param name="Port">The port.</param>
/// <param name="Authority">Host and port as written, for the Host field.</param>
/// <param name="Path">Path and query to send on.</param>
internal sealed record ProxyTarget(string Method, bool Tunnel, string Host, int Port, string Authority, string Path)
{
    /// <summary>Reads a request line; null when it is none that a proxy is asked with.</summary>
    public static ProxyTarget? Parse(string requestLine)
    {
        string[] parts = requestLine.Split(' ');
        if (parts.Length != 3 || !parts[2].StartsWith("HTTP/1.", StringComparison.Ordinal) || parts[0].Length == 0)
            return null;
        return parts[0] == "CONNECT" ? ParseTunnel(parts[1]) : ParseAbsolute(parts[0], parts[1]);
    }

    /// <summary>Asks the guard.</summary>
    public OutboundDestination? Accept(OutboundGuard guard)
    {
        OutboundDestination? destination;
        bool accepted = Tunnel
            ? guard.TryAcceptTunnel(Host, Port, out destination)
            : guard.TryAccept($"http://{Authority}/", out destination);
        return accepted ? destination : null;
    }

    private static ProxyTarget? ParseTunnel(string authority)
    {
        int colon = authority.LastIndexOf(':');
        return colon > 0 && int.TryParse(authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536
            ? new ProxyTarget("CONNECT", true, authority[..colon], port, authority, "")
            : null;
    }

    private static ProxyTarget? ParseAbsolute(string method, string target)
    {
        // https in absolute form would have us speak TLS in the browser's place; no browser asks for it.
        const string Scheme = "http://";
        if (!target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        int end = target.AsSpan(Scheme.Length).IndexOfAny('/', '?', '#');
        string authority = end < 0 ? target[Scheme.Length..] : target[Scheme.Length..(Scheme.Length + end)];
        string path = end < 0 ? "/" : target[(Scheme.Length + end)..];
        if (!Uri.TryCreate($"{Scheme}{authority}/", UriKind.Absolute, out Uri? uri) || uri.AbsolutePath != "/" || !HostNames.TryOf(uri, out string? host))
            return null;
        return new ProxyTarget(method, false, host, uri.Port, authority, path.StartsWith('/') ? path : "/" + path);
    }
}
