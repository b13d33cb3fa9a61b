using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Finds scans by their ids.</summary>
public static class ScanTable
{
    /// <summary>The scan's row, or null.</summary>
    public static Task<ScanRow?> FindAsync(this ITable<ScanRow> scans, ScanId scan, CancellationToken cancellation) =>
        scans.FindAsync(scan.Solution.ToString(), scan.ToString(), cancellation);
}
