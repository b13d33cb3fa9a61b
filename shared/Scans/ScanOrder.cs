namespace Monitor.Shared.Scans;

/// <summary>The order of a solution's scans, told by their ids.</summary>
internal static class ScanOrder
{
    /// <summary>Whether a scan is later than another, or than none at all. Ids list newest first, so the later one is the smaller.</summary>
    /// <param name="scan">The scan's id.</param>
    /// <param name="other">The other's id; null or empty for none.</param>
    public static bool IsLater(string scan, string? other) => string.IsNullOrEmpty(other) || string.CompareOrdinal(scan, other) < 0;
}
