using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>When a request that failed is made again: a start page or robots.txt for anything that may pass, other requests only when the host asks us to wait.</summary>
internal static class CrawlRetry
{
    private const int MaxAttempts = 3;

    /// <summary>Whether it is worth a further attempt, and a scan can wait for it.</summary>
    /// <param name="task">The request.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="rest">How long its host now rests.</param>
    public static bool IsWorthIt(CrawlTask task, FetchResult result, TimeSpan rest) =>
        result.Reason is { } reason
        && HttpReasons.IsTransient(reason)
        && (reason == PageReasons.Throttled || task.Kind is CrawlTaskKind.Start or CrawlTaskKind.Robots)
        && task.Attempts + 1 < MaxAttempts
        && rest <= HostHealth.LongestWait;
}
