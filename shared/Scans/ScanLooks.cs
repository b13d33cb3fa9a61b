using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>A scan's looks as they are stored.</summary>
/// <param name="Looks">Every look, first and second, with what it observed.</param>
/// <param name="Sample">What was sampled; null when the scan never got that far.</param>
internal sealed record ScanLooks(IReadOnlyList<(PageRow Row, PageAudit? Audit)> Looks, Sample? Sample)
{
    /// <summary>The first looks in the order of the sample, each with what it came to.</summary>
    public IReadOnlyList<(SamplePage Page, PageAudit Audit)> InSampleOrder()
    {
        Dictionary<string, int> order = [];
        foreach (SamplePage page in (Sample?.Pages ?? []).Concat(Sample?.Reserves ?? []))
            order.TryAdd(page.Url, order.Count);
        return
        [
            .. Looks.Where(l => !l.Row.SecondLook)
                .OrderBy(l => order.GetValueOrDefault(l.Row.Url, int.MaxValue))
                .ThenBy(l => l.Row.RowKey, StringComparer.Ordinal)
                .Select(l => (new SamplePage(l.Row.Url, l.Row.Kind), l.Audit ?? Unmeasured(l.Row))),
        ];
    }

    /// <summary>Reads them.</summary>
    public static async Task<ScanLooks> ReadAsync(ScanId scan, ITable<PageRow> pages, IBlobs blobs, CancellationToken cancellation)
    {
        List<(PageRow, PageAudit?)> looks = [];
        await foreach (PageRow row in pages.ReadAsync(scan.ToString(), "", cancellation))
            looks.Add((row, row.ResultBlob is { } blob ? await PageAuditBlob.ReadAsync(blobs, blob, cancellation) : null));
        return new ScanLooks(looks, await blobs.ReadSampleAsync(scan, cancellation));
    }

    // A row that says audited without evidence to show for it was not measured.
    private static PageAudit Unmeasured(PageRow row) => PageAudit.Unmeasured(
        row.Url, row.Status == PageStatus.Audited ? PageStatus.Failed : row.Status,
        row.Reason ?? PageReasons.EngineFailed, row.HttpStatus, row.DurationMs, row.FinalUrl);
}
