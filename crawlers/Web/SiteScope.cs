using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web;

/// <summary>How far a solution reaches: one host, optionally one path of it, over http and https alike.</summary>
/// <param name="Host">The host (A-label, lower case).</param>
/// <param name="Path">What paths begin with, whole segments; <c>/</c> for all.</param>
/// <param name="Port">The port, where it is not the scheme's own.</param>
public sealed record SiteScope(string Host, string Path = "/", int? Port = null)
{
    /// <summary>The scope of a start URL.</summary>
    /// <returns>Null when the URL is no http or https one.</returns>
    public static SiteScope? Of(string startUrl, string path = "/") =>
        LinkResolver.TryResolve(startUrl, null, out Uri? uri)
            ? new SiteScope(HostNames.Normalize(uri.IdnHost), path.StartsWith('/') ? path : "/" + path, uri.IsDefaultPort ? null : uri.Port)
            : null;

    /// <summary>Whether a URL is in scope.</summary>
    public bool Contains(string url) => LinkResolver.TryResolve(url, null, out Uri? uri) && IsHere(uri) && IsUnder(uri.AbsolutePath);

    /// <summary>
    /// The scope after the start page has redirected: the same site under its other name (<c>www.</c> more or less) is followed, and so is http to https.
    /// </summary>
    /// <returns>The scope to go on with; null when the redirect leads out.</returns>
    public SiteScope? Follow(string redirectedTo)
    {
        if (!LinkResolver.TryResolve(redirectedTo, null, out Uri? uri))
            return null;
        if (IsHere(uri))
            return IsUnder(uri.AbsolutePath) ? this : null;
        string host = HostNames.Normalize(uri.IdnHost);
        bool sameSite = Port is null && uri.IsDefaultPort && (host == "www." + Host || Host == "www." + host);
        return sameSite && IsUnder(uri.AbsolutePath) ? this with { Host = host } : null;
    }

    private bool IsHere(Uri uri) =>
        HostNames.Normalize(uri.IdnHost) == Host && (Port is { } port ? uri.Port == port : uri.IsDefaultPort);

    private bool IsUnder(string path)
    {
        string prefix = Path.TrimEnd('/');
        return path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/');
    }
}
