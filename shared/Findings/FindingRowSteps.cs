namespace Monitor.Shared.Findings;

/// <summary>The ways a finding's row moves.</summary>
internal static class FindingRowSteps
{
    /// <summary>Into a state; the moment it changed stays when it is in it already.</summary>
    public static FindingRow Enter(this FindingRow row, FindingState state, ScanObservations scan) => row with
    {
        State = state,
        ClosedReason = null,
        NotVerifiedReason = null,
        ReplacedBy = null,
        EarlierState = null,
        EarlierClosedReason = null,
        StateSince = row.State == state && row.LastScanApplied.Length > 0 ? row.StateSince : scan.At,
        LastScanApplied = scan.Scan.ToString(),
    };

    /// <summary>Closed for a reason.</summary>
    public static FindingRow Close(this FindingRow row, ClosedReason reason, ScanObservations scan) =>
        row.Enter(FindingState.Closed, scan) with { ClosedReason = reason };

    /// <summary>Not verified for a reason.</summary>
    public static FindingRow NotVerified(this FindingRow row, NotVerifiedReason reason, ScanObservations scan) =>
        row.Enter(FindingState.NotVerified, scan) with { NotVerifiedReason = reason };

    /// <summary>Met by the scan, and left where it is.</summary>
    public static FindingRow Stay(this FindingRow row, ScanObservations scan) => row with { LastScanApplied = scan.Scan.ToString() };

    /// <summary>Seen once, after it was over or unknown: what it was is remembered until the next scan decides.</summary>
    public static FindingRow Doubt(this FindingRow row, bool known, ScanObservations scan) => row.Enter(FindingState.Unconfirmed, scan) with
    {
        EarlierState = known ? row.State : null,
        EarlierClosedReason = row.ClosedReason,
        ReplacedBy = row.ReplacedBy,
    };

    /// <summary>Not confirmed: over again as it was before, or closed for the reason.</summary>
    public static FindingRow Dismiss(this FindingRow row, ClosedReason reason, ScanObservations scan) => row.EarlierState is { } earlier
        ? row.Enter(earlier, scan) with { ClosedReason = row.EarlierClosedReason, ReplacedBy = row.ReplacedBy }
        : row.Close(reason, scan);
}
