using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>What an HTTP status means for a page, the same for the crawl and the browser.</summary>
public static class HttpReasons
{
    /// <summary>The reason that a status is; null for 2xx and for redirects.</summary>
    /// <param name="status">The answer's status.</param>
    /// <param name="wantsWaiting">Whether it came with Retry-After.</param>
    public static string? Of(int status, bool wantsWaiting = false) => status switch
    {
        404 or 410 => PageReasons.Gone,
        401 or 403 or 451 => PageReasons.Refused,
        429 => PageReasons.Throttled,
        503 when wantsWaiting => PageReasons.Throttled,
        >= 500 => PageReasons.ServerError,
        >= 400 => PageReasons.ClientError,
        _ => null,
    };

    /// <summary>Whether asking once more may help.</summary>
    public static bool IsTransient(string reason) =>
        reason is PageReasons.Timeout or PageReasons.Connection or PageReasons.Dns or PageReasons.ServerError or PageReasons.Throttled;
}
