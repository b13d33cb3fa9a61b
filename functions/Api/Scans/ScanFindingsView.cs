using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Api.Scans;

/// <summary>
/// One page of a scan's findings, with what they are of: none of a scan that failed or has not ended says nothing about the site, and a list alone would look clean.
/// </summary>
/// <param name="Items">The findings.</param>
/// <param name="Scan">The scan.</param>
/// <param name="Status">How far it has come, or how it ended.</param>
/// <param name="Reason">Why it is partial or failed, a stable code.</param>
/// <param name="Summary">Its figures, each with its denominator: all of it was measured only where every page sampled was audited.</param>
public sealed record ScanFindingsView(IReadOnlyList<ScanResultFinding> Items, ScanId Scan, ScanStatus Status, string? Reason, ScanSummaryView Summary);
