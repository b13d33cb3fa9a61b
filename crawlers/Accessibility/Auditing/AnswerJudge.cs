using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>What an HTTP status means for a page of a sample.</summary>
internal static class AnswerJudge
{
    /// <summary>The longest Retry-After that a browser's place and the host's turn are held for.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <summary>A firewall answered in the page's place (<see cref="ChallengePage"/>).</summary>
    public static readonly Obstacle Challenge = new(PageStatus.Blocked, PageReasons.Challenged);

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

    /// <summary>How long to wait before a second try; null when none is worth a page load, since the failure will not pass, or not while we wait.</summary>
    /// <param name="audit">What the first try came to.</param>
    /// <param name="asked">How long the site asks us to wait.</param>
    /// <param name="delay">How long a host rests between two page loads.</param>
    /// <param name="mayWait">Whether a site that asks us to wait is waited for here.</param>
    public static TimeSpan? WaitBeforeRetry(PageAudit audit, TimeSpan? asked, TimeSpan delay, bool mayWait)
    {
        bool mayPass = audit.Status switch
        {
            PageStatus.Blocked => audit.Reason != PageReasons.Challenged && (mayWait || audit.Reason != PageReasons.Throttled),
            PageStatus.Failed => audit.Reason is not (PageReasons.AddressNotAllowed or PageReasons.ClientError or PageReasons.TooLarge or PageReasons.Redirects),
            _ => false,
        };
        if (!mayPass || asked > LongestWait)
            return null;
        return asked > delay ? asked : delay;
    }
}
