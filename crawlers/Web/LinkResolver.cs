using System.Diagnostics.CodeAnalysis;
using System.Net;
using AngleSharp.Dom;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web;

/// <summary>
/// Resolves links by the browser's rules (URL Standard, through AngleSharp), then hands them to <see cref="Uri"/> for sending and refuses where the two
/// see different hosts: a request must never go anywhere but where a browser would go.
/// </summary>
public static class LinkResolver
{
    // What AngleSharp made of the path and query is what a browser sends; Uri would decode and compress it once more.
    private static readonly UriCreationOptions Exactly = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>Resolves a link to what is fetched for it, its fragment dropped.</summary>
    /// <param name="link">The link as written.</param>
    /// <param name="baseUrl">What it is relative to; null when it must be absolute.</param>
    /// <param name="uri">The address, path and query exactly as a browser sends them.</param>
    /// <returns>False when a browser refuses it, or it is not http or https.</returns>
    public static bool TryResolve(string link, string? baseUrl, [NotNullWhen(true)] out Uri? uri)
    {
        uri = null;
        return TryHref(link, baseUrl, out Url? url)
            && Uri.TryCreate(AsSent(url.Href), Exactly, out uri)
            && uri.Scheme == url.Scheme
            && SameHost(url.HostName, uri);
    }

    internal static bool TryHref(string link, string? baseUrl, [NotNullWhen(true)] out Url? url)
    {
        url = null;
        try
        {
            Url resolved = baseUrl is null ? new Url(link) : new Url(new Url(baseUrl), link);
            if (resolved.IsInvalid || !resolved.IsAbsolute || resolved.Scheme is not ("http" or "https") || string.IsNullOrEmpty(resolved.HostName))
                return false;
            url = resolved;
            return true;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // Hostile input against a parser that is not ours: what it cannot read is no address.
            return false;
        }
    }

    /// <summary>
    /// Without the fragment, and with what AngleSharp leaves and browsers encode: an apostrophe in the query, braces in the path
    /// (URL Standard, special-query and path percent-encode sets).
    /// </summary>
    private static string AsSent(string href)
    {
        int hash = href.IndexOf('#', StringComparison.Ordinal);
        string sent = hash < 0 ? href : href[..hash];
        int mark = sent.IndexOf('?', StringComparison.Ordinal);
        string path = mark < 0 ? sent : sent[..mark];
        string query = mark < 0 ? "" : sent[mark..];
        return path.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)
            + query.Replace("'", "%27", StringComparison.Ordinal);
    }

    private static bool SameHost(string seen, Uri uri)
    {
        if (!HostNames.TryOf(uri, out string? host))
            return false;
        string browser = HostNames.Normalize(seen);
        if (browser.StartsWith('['))
            return IPAddress.TryParse(browser, out IPAddress? a) && IPAddress.TryParse(host, out IPAddress? b) && a.Equals(b);
        // What ends in a number and is no address by now is one that browsers refuse.
        return browser == host && (!HostNames.EndsInNumber(host) || HostNames.TryReadAddress(host, out _));
    }
}
