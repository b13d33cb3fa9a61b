using Monitor.Shared.Scans;

namespace Monitor.Functions.Api.Scans;

/// <summary>One look at one page of a scan.</summary>
/// <param name="Url">The canonical URL.</param>
/// <param name="Look">1, or 2 for the second look that confirms.</param>
/// <param name="Kind">Why the page is in the sample.</param>
/// <param name="Status">What the look came to; <c>queued</c> while it has not been taken.</param>
/// <param name="Reason">Why it was not audited, a stable code.</param>
/// <param name="FinalUrl">Where redirects led.</param>
/// <param name="Title">The page's title.</param>
/// <param name="HttpStatus">The final answer's status.</param>
/// <param name="DurationMs">Milliseconds from navigation to result.</param>
/// <param name="AuditedAt">When the look ended (UTC).</param>
/// <param name="ElementsFailed">Elements failed.</param>
/// <param name="ElementsCantTell">Elements a person must look at.</param>
public sealed record PageView(
    string Url,
    int Look,
    PageKind Kind,
    PageStatus Status,
    string? Reason,
    string? FinalUrl,
    string? Title,
    int? HttpStatus,
    int DurationMs,
    DateTimeOffset? AuditedAt,
    int ElementsFailed,
    int ElementsCantTell)
{
    internal static PageView Of(PageRow row) => new(
        row.Url,
        row.SecondLook ? 2 : 1,
        row.Kind,
        row.Status,
        row.Reason,
        row.FinalUrl,
        row.Title,
        row.HttpStatus,
        row.DurationMs,
        row.AuditedAt,
        row.Failed,
        row.CantTell);
}
