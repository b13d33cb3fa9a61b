using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>A scan's looks as they are stored.</summary>
/// <param name="Looks">Every look, first and second, with what it observed.</param>
/// <param name="Sample">What was sampled; null when the scan never got that far.</param>
internal sealed record ScanLooks(IReadOnlyList<(PageRow Row, PageAudit? Audit)> Looks, Sample? Sample)
{
    /// <summary>The first looks in the order of the sample, each with what it came to.</summary>
    public IReadOnlyList<(SamplePage Page, PageAudit Audit)> InSampleOrder() =>
        [.. FirstLooks().Select(l => (new SamplePage(l.Row.Url, l.Row.Kind), l.Audit ?? Unmeasured(l.Row)))];

    /// <summary>
    /// The looks with what rules across pages came to. A second look is judged in the place of its page's first, among the first looks of the others:
    /// so the page that differs is seen to differ twice.
    /// </summary>
    public ScanLooks JudgedBy(IAcrossPages across)
    {
        (PageRow Row, PageAudit? Audit)[] first = [.. FirstLooks()];
        IReadOnlyList<PageAudit> judged = Judge(first);
        Dictionary<string, PageAudit> byKey = first.Zip(judged).Where(l => l.First.Audit is not null).ToDictionary(l => l.First.Row.RowKey, l => l.Second);
        foreach ((PageRow Row, PageAudit? Audit) second in Looks.Where(l => l.Row.SecondLook && l.Audit is not null))
        {
            int place = Array.FindIndex(first, l => l.Row.RowKey == PageKey.First(second.Row.RowKey));
            if (place >= 0)
                byKey[second.Row.RowKey] = Judge([.. first[..place], first[place] with { Audit = second.Audit }, .. first[(place + 1)..]])[place];
        }
        return this with { Looks = [.. Looks.Select(l => (l.Row, byKey.GetValueOrDefault(l.Row.RowKey, l.Audit!)))] };

        IReadOnlyList<PageAudit> Judge(IEnumerable<(PageRow Row, PageAudit? Audit)> looks) =>
            across.Judge([.. looks.Select(l => (new SamplePage(l.Row.Url, l.Row.Kind), l.Audit ?? Unmeasured(l.Row)))]);
    }

    private IEnumerable<(PageRow Row, PageAudit? Audit)> FirstLooks()
    {
        Dictionary<string, int> order = [];
        foreach (SamplePage page in (Sample?.Pages ?? []).Concat(Sample?.Reserves ?? []))
            order.TryAdd(page.Url, order.Count);
        return Looks.Where(l => !l.Row.SecondLook)
            .OrderBy(l => order.GetValueOrDefault(l.Row.Url, int.MaxValue))
            .ThenBy(l => l.Row.RowKey, StringComparer.Ordinal);
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
