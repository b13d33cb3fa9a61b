using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Frees a solution from a scan that has ended.</summary>
internal static class SolutionRelease
{
    /// <summary>The solution's row once the ended scan no longer holds it; the same row when another scan does.</summary>
    public static SolutionRow From(SolutionRow solution, ScanRow ended) => solution.ActiveScan != ended.RowKey ? solution : solution with
    {
        ActiveScan = null,
        LastScan = Applied(ended) ? ended.RowKey : solution.LastScan,
        HasBaseline = solution.HasBaseline || Applied(ended),
    };

    /// <summary>Stores it.</summary>
    public static Task ReleaseAsync(this ITable<SolutionRow> solutions, ScanRow ended, CancellationToken cancellation) =>
        solutions.UpdateAsync(
            ended.Id.Agency.Value, ended.Id.Solution.ToString(), s => s.ActiveScan == ended.RowKey ? From(s, ended) : null, cancellation);

    // A scan whose step failed for good may have pages, but its findings were not applied.
    private static bool Applied(ScanRow ended) => ended.Status != ScanStatus.Failed && ended.Reason != ScanReasons.Poison;
}
