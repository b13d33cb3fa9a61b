using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>When a request that failed is made again: a start page or robots.txt for anything that may pass, other requests only when the host asks us to wait.</summary>
internal static class CrawlRetry
{
    private const int MaxAttempts = 3;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>How long the host must rest: as long as it asks for, otherwise longer each time; null when nothing failed that may pass.</summary>
    public static TimeSpan? Wait(CrawlTask task, FetchResult result, ScanSettings settings)
    {
        if (result.Reason is not { } reason || !HttpReasons.IsTransient(reason))
            return null;
        double steps = (reason == PageReasons.Throttled ? 60 : 5) * Math.Pow(2, task.Attempts);
        return result.RetryAfter ?? TimeSpan.FromSeconds(steps * settings.HostDelaySeconds);
    }

    /// <summary>Whether a scan can wait for it.</summary>
    public static bool IsWorthIt(CrawlTask task, FetchResult result, TimeSpan wait) =>
        (result.Reason == PageReasons.Throttled || task.Kind is CrawlTaskKind.Start or CrawlTaskKind.Robots)
        && task.Attempts + 1 < MaxAttempts
        && wait <= LongestWait;
}
