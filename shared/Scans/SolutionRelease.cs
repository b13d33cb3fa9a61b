using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Frees a solution from a scan that has ended, and notes what the scan brought.</summary>
internal static class SolutionRelease
{
    /// <summary>The solution's row after the scan. A scan that ended later stays the last one, and another that runs keeps its claim.</summary>
    public static SolutionRow From(SolutionRow solution, ScanRow ended)
    {
        bool applied = IsApplied(ended);
        bool later = ScanOrder.IsLater(ended.RowKey, solution.LastScan);
        return solution with
        {
            ActiveScan = solution.ActiveScan == ended.RowKey ? null : solution.ActiveScan,
            LastScan = applied && later ? ended.RowKey : solution.LastScan,
            HasBaseline = solution.HasBaseline || applied,
        };
    }

    /// <summary>Stores it.</summary>
    public static Task ReleaseAsync(this ITable<SolutionRow> solutions, ScanRow ended, CancellationToken cancellation) =>
        solutions.UpdateAsync(
            ended.Id.Agency.Value, ended.PartitionKey, s => From(s, ended) is var after && after != s ? after : null, cancellation);

    // A scan that failed may have audited pages, but its findings were not judged.
    private static bool IsApplied(ScanRow ended) => ended.Status != ScanStatus.Failed;
}
