using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>The look that a scan is at: its first while running, its second while confirming.</summary>
internal static class Look
{
    /// <summary>The page rows of the scan's present look.</summary>
    public static async Task<IReadOnlyList<PageRow>> ReadLookAsync(this ITable<PageRow> pages, ScanRow scan, CancellationToken cancellation)
    {
        List<PageRow> rows = [];
        await foreach (PageRow row in pages.ReadAsync(scan.RowKey, "", cancellation))
            rows.Add(row);
        return Of(scan, rows);
    }

    /// <summary>Those of a scan's page rows that belong to its present look.</summary>
    public static IReadOnlyList<PageRow> Of(ScanRow scan, IEnumerable<PageRow> rows) =>
        [.. rows.Where(r => r.SecondLook == (scan.Status == ScanStatus.Confirming))];

    /// <summary>
    /// Whether nothing of the look is left to do. The number of pages due is compared too:
    /// the first pages may be done before the last rows are written.
    /// </summary>
    public static bool IsComplete(ScanRow scan, IReadOnlyList<PageRow> look) => scan.Status switch
    {
        ScanStatus.Running => scan.PagesSampled > 0 && look.Count >= scan.PagesSampled && look.All(p => p.Done),
        ScanStatus.Confirming => look.Count >= scan.SecondLooks && look.All(p => p.Done),
        _ => false,
    };
}
