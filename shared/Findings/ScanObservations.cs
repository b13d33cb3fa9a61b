using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Findings;

/// <summary>A page of a scan with its looks.</summary>
/// <param name="Key">The key of the page it is by now: of the target, where a permanent redirect led to one.</param>
/// <param name="AskedKey">The key of the page asked for; its row's key.</param>
/// <param name="Url">The URL it has by now.</param>
/// <param name="First">The first look.</param>
/// <param name="Second">The second look; null when none was made.</param>
internal sealed record PageObservation(string Key, string AskedKey, string Url, PageSight First, PageSight? Second)
{
    /// <summary>Whether a look judged the page.</summary>
    public bool Audited => First.Kind == PageSightKind.Audited || Second?.Kind == PageSightKind.Audited;
}

/// <summary>All that a scan observed. Findings are made from this and the state before, and from nothing else.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="At">The moment its observations count from (UTC).</param>
/// <param name="Regulation">What it judged by.</param>
/// <param name="Baseline">Whether it sets the solution's baseline.</param>
/// <param name="Pages">One entry a page, by page key.</param>
/// <param name="Moves">Where pages moved to for good: the new key by the old one.</param>
internal sealed record ScanObservations(
    ScanId Scan, DateTimeOffset At, Regulation Regulation, bool Baseline,
    IReadOnlyDictionary<string, PageObservation> Pages, IReadOnlyDictionary<string, string> Moves)
{
    /// <summary>Whether anything was audited; otherwise the scan failed and changes nothing.</summary>
    public bool AnyAudited => Pages.Values.Any(p => p.First.Kind == PageSightKind.Audited);

    /// <summary>Every look that judged a page, in the order of page keys.</summary>
    public IEnumerable<PageSight> AuditedLooks =>
        Pages.Values.SelectMany(p => new[] { p.First, p.Second }).OfType<PageSight>().Where(s => s.Kind == PageSightKind.Audited);

    /// <summary>Puts a scan's looks together. The order they are given in does not matter.</summary>
    public static ScanObservations Of(
        ScanId scan, DateTimeOffset at, Regulation regulation, bool baseline, IEnumerable<(PageRow Row, PageAudit? Audit)> looks)
    {
        var pages = new SortedDictionary<string, PageObservation>(StringComparer.Ordinal);
        var moves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (PageObservation page in looks
            .GroupBy(l => PageKey.First(l.Row.RowKey))
            .Select(g => Page(g.Key, [.. g], regulation))
            .OfType<PageObservation>()
            .OrderBy(p => p.First.Kind != PageSightKind.Audited)
            .ThenBy(p => p.Key != p.AskedKey)
            .ThenBy(p => p.AskedKey, StringComparer.Ordinal))
        {
            if (page.Key != page.AskedKey)
                moves[page.AskedKey] = page.Key;
            // Asked for under two addresses, it is still one page: the look that says most counts.
            pages.TryAdd(page.Key, page);
        }
        return new ScanObservations(scan, at, regulation, baseline, pages, moves);
    }

    private static PageObservation? Page(string asked, (PageRow Row, PageAudit? Audit)[] looks, Regulation regulation)
    {
        (PageRow? row, PageAudit? audit) = looks.FirstOrDefault(l => !l.Row.SecondLook);
        (PageRow? again, PageAudit? second) = looks.FirstOrDefault(l => l.Row.SecondLook);
        if (row is null)
            return null;
        bool moved = audit is { Status: PageStatus.Audited, MovedPermanently: true, FinalUrl: not null };
        string url = moved ? audit!.FinalUrl! : row.Url;
        return new PageObservation(
            moved ? PageKey.For(url) : asked, asked, url,
            PageSight.Of(row.Status, row.Reason, audit, regulation),
            again is null ? null : PageSight.Of(again.Status, again.Reason, second, regulation));
    }
}
