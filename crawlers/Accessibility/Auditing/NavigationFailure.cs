using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Reads Chromium's network errors (net_error_list.h).</summary>
internal static class NavigationFailure
{
    /// <summary>The proxy turned a tunnel down: only the proxy knows why.</summary>
    public static bool AtProxy(string message) =>
        message.Contains("ERR_TUNNEL_CONNECTION_FAILED", StringComparison.Ordinal) || message.Contains("ERR_PROXY_", StringComparison.Ordinal);

    /// <summary>The page itself went elsewhere meanwhile: no failure at all. A download is aborted as well, but before there is any page.</summary>
    /// <param name="message">The driver's message.</param>
    /// <param name="shown">What the browser shows.</param>
    public static bool Superseded(string message, string shown) =>
        message.Contains("interrupted by another navigation", StringComparison.Ordinal)
        || (message.Contains("ERR_ABORTED", StringComparison.Ordinal) && shown.StartsWith("http", StringComparison.Ordinal));

    /// <summary>The reason, a code of <see cref="PageReasons"/>.</summary>
    /// <param name="message">The driver's message, which holds the error's name.</param>
    public static string ReasonOf(string message)
    {
        bool Holds(string part) => message.Contains(part, StringComparison.Ordinal);

        // A download, or an answer without content: nothing to judge.
        if (Holds("ERR_ABORTED") || Holds("Download is starting"))
            return PageReasons.NotHtml;
        if (Holds("crashed") || Holds("has been closed"))
            return PageReasons.BrowserCrashed;
        if (Holds("ERR_NAME_"))
            return PageReasons.Dns;
        if (Holds("ERR_CERT_") || Holds("ERR_SSL_") || Holds("ERR_BAD_SSL"))
            return PageReasons.Tls;
        if (Holds("_TIMED_OUT"))
            return PageReasons.Timeout;
        if (Holds("ERR_TOO_MANY_REDIRECTS"))
            return PageReasons.Redirects;
        if (Holds("ERR_RESPONSE_HEADERS_TOO_BIG"))
            return PageReasons.TooLarge;
        if (Holds("ERR_UNSAFE_PORT") || Holds("ERR_UNSAFE_REDIRECT") || Holds("ERR_UNKNOWN_URL_SCHEME") || Holds("ERR_INVALID_URL") || Holds("ERR_BLOCKED_BY"))
            return PageReasons.AddressNotAllowed;
        return PageReasons.Connection;
    }
}
