using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Shared.Scans;

/// <summary>
/// Everything a scan will write when it finishes, decided once and kept in the blob <c>scans/{id}/transitions.json</c> before any row changes:
/// whoever finishes it again writes the same.
/// </summary>
/// <param name="Scan">The scan.</param>
/// <param name="At">When it was decided: the scan's end (UTC).</param>
/// <param name="Transitions">What becomes of the findings.</param>
/// <param name="Result">The result as others read it.</param>
/// <param name="Changes">What an alert tells; null when nothing was audited.</param>
/// <param name="OpenByCriterion">Open findings after the scan by criterion, set-aside ones left out.</param>
/// <param name="RuleSets">Versions of the rules that ran.</param>
internal sealed record FrozenScan(
    ScanId Scan, DateTimeOffset At, Transitions Transitions, ScanResult Result, ScanChanges? Changes,
    IReadOnlyDictionary<string, int> OpenByCriterion, string RuleSets)
{
    /// <summary>What the pages showed beside their accessibility.</summary>
    public IReadOnlyList<ShownPage> Shown { get; init; } = [];

    /// <summary>The blob of a scan.</summary>
    public static string BlobOf(ScanId scan) => $"scans/{scan}/transitions.json";

    /// <summary>Pages in the sample, skipped ones left out: these were replaced.</summary>
    public int PagesSampled => Result.Pages.Count(p => p.Status != PageStatus.Skipped);

    /// <summary>Pages that failed or were blocked.</summary>
    public int PagesFailed => Result.Pages.Count(p => p.Status is PageStatus.Failed or PageStatus.Blocked);
}
