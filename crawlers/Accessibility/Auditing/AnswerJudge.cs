using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>What an HTTP status means for a page of a sample.</summary>
internal static class AnswerJudge
{
    /// <summary>Why a page with this answer is not judged; null when it is.</summary>
    /// <param name="status">The final answer's status.</param>
    /// <param name="asksToWait">Whether it names a time in Retry-After (RFC 9110 section 10.2.3).</param>
    public static Obstacle? Judge(int status, bool asksToWait) => HttpReasons.Of(status, asksToWait) switch
    {
        null => status is 204 or 205 ? new Obstacle(PageStatus.Skipped, PageReasons.NotHtml) : null,
        PageReasons.Gone => new Obstacle(PageStatus.Skipped, PageReasons.Gone),
        PageReasons.Refused => new Obstacle(PageStatus.Blocked, PageReasons.Refused),
        PageReasons.Throttled => new Obstacle(PageStatus.Blocked, PageReasons.Throttled),
        string reason => new Obstacle(PageStatus.Failed, reason),
    };

    /// <summary>Whether a failure may pass, so that a second try is worth a page load.</summary>
    public static bool MayPass(PageAudit audit) =>
        audit.Status == PageStatus.Failed && audit.Reason is not (PageReasons.AddressNotAllowed or PageReasons.ClientError or PageReasons.TooLarge or PageReasons.Redirects);
}
