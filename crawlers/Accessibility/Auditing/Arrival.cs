using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Where a navigation ended.</summary>
/// <param name="FinalUrl">Where redirects led; null when no answer came.</param>
/// <param name="HttpStatus">The final answer's status.</param>
/// <param name="Obstacle">Why the page is not judged; null when it can be.</param>
internal sealed record Arrival(string? FinalUrl, int? HttpStatus, Obstacle? Obstacle)
{
    /// <summary>How long the site asks us to wait; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

/// <summary>Why a page is not judged.</summary>
/// <param name="Status">Failed, blocked or skipped.</param>
/// <param name="Reason">A code of <see cref="PageReasons"/>.</param>
internal sealed record Obstacle(PageStatus Status, string Reason);
