using System.Text;
using System.Text.RegularExpressions;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web;

/// <summary>
/// The one spelling of a page's address: resolved as a browser does, without fragment, default port, trailing dot of the host, session ids and tracking parameters.
/// The order of the query is kept, since some servers mind it, and so are a trailing slash and <c>www</c>: those are other pages until a redirect joins them.
/// </summary>
public static partial class CanonicalUrl
{
    /// <summary>Longer addresses are no pages to us; what browsers and search engines of old agreed on.</summary>
    public const int MaxLength = 2083;

    private static readonly HashSet<string> DroppedParameters = new(StringComparer.OrdinalIgnoreCase)
        { "gclid", "fbclid", "jsessionid", "phpsessid", "sid" };

    /// <summary>Makes the canonical URL of a link.</summary>
    /// <param name="url">The link as written.</param>
    /// <param name="baseUrl">What it is relative to; null when it must be absolute.</param>
    /// <param name="canonical">The canonical URL.</param>
    /// <returns>False when a browser refuses it, it is not http or https, names a user, or is too long.</returns>
    public static bool TryCreate(string url, string? baseUrl, out string canonical)
    {
        canonical = "";
        if (url.Length > MaxLength || !LinkResolver.TryResolve(url, baseUrl, out Uri? uri) || uri.UserInfo.Length > 0)
            return false;

        string host = HostNames.Normalize(uri.IdnHost);
        if (host.Contains(':', StringComparison.Ordinal))
            host = $"[{host}]";
        string port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        (string path, string query) = Split(uri.PathAndQuery);
        canonical = $"{uri.Scheme}://{host}{port}{UpperCaseEscapes(SessionInPath().Replace(path, ""))}{UpperCaseEscapes(CleanQuery(query))}";
        if (canonical.Length <= MaxLength)
            return true;
        canonical = "";
        return false;
    }

    /// <summary>What pages are told apart by: the canonical URL with its query's parameters in order, so that the same page is not taken twice.</summary>
    public static string DedupeKey(string canonical)
    {
        (string rest, string query) = Split(canonical);
        return query.Length == 0 ? rest : $"{rest}?{string.Join('&', query[1..].Split('&').Order(StringComparer.Ordinal))}";
    }

    private static (string Path, string Query) Split(string text)
    {
        int mark = text.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (text, "") : (text[..mark], text[mark..]);
    }

    private static string CleanQuery(string query)
    {
        if (query.Length <= 1)
            return "";
        string kept = string.Join('&', query[1..].Split('&').Where(p => !IsDropped(p[..(p.IndexOf('=', StringComparison.Ordinal) is var i and >= 0 ? i : p.Length)])));
        return kept.Length == 0 ? "" : "?" + kept;
    }

    private static bool IsDropped(string name) =>
        DroppedParameters.Contains(name) || name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase);

    private static string UpperCaseEscapes(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;
        var upper = new StringBuilder(text);
        for (int i = 0; i + 2 < upper.Length; i++)
        {
            if (upper[i] != '%' || !char.IsAsciiHexDigit(upper[i + 1]) || !char.IsAsciiHexDigit(upper[i + 2]))
                continue;
            upper[i + 1] = char.ToUpperInvariant(upper[i + 1]);
            upper[i + 2] = char.ToUpperInvariant(upper[i + 2]);
        }
        return upper.ToString();
    }

    [GeneratedRegex(";(jsessionid|phpsessid|sid)=[^/;]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SessionInPath();
}
