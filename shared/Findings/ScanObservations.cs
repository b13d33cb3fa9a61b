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
    /// <summary>The key of the row that is looked at again for this page: another page's, where only a passing redirect led here.</summary>
    public string LookKey { get; init; } = AskedKey;

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
            .SelectMany(g => Page(g.Key, [.. g], regulation))
            .OrderBy(p => p.First.Kind != PageSightKind.Audited)
            .ThenBy(p => p.Key != p.LookKey)
            .ThenBy(p => p.LookKey, StringComparer.Ordinal))
        {
            if (page.Key != page.AskedKey)
                moves[page.AskedKey] = page.Key;
            // Asked for under two addresses, it is still one page: the look that says most counts.
            pages.TryAdd(page.Key, page);
        }
        return new ScanObservations(scan, at, regulation, baseline, pages, moves);
    }

    /// <summary>
    /// What a page's looks observed: the page asked for, or the one it moved to for good. Where a redirect was not permanent, what was judged is
    /// its target, and the page asked for is unmeasured: a site under maintenance has repaired nothing.
    /// </summary>
    private static IEnumerable<PageObservation> Page(string asked, (PageRow Row, PageAudit? Audit)[] looks, Regulation regulation)
    {
        (PageRow? row, PageAudit? audit) = looks.FirstOrDefault(l => !l.Row.SecondLook);
        (PageRow? again, PageAudit? second) = looks.FirstOrDefault(l => l.Row.SecondLook);
        if (row is null)
            yield break;

        string judged = JudgedUrl(row, audit);
        bool elsewhere = judged != row.Url, moved = elsewhere && audit!.MovedPermanently;
        PageSight first = PageSight.Of(row.Status, row.Reason, audit, regulation);
        if (!elsewhere || moved)
        {
            yield return new PageObservation(elsewhere ? PageKey.For(judged) : asked, asked, judged, first, Second(judged));
            yield break;
        }
        yield return new PageObservation(asked, asked, row.Url, PageSight.Unmeasured, Second(row.Url));
        yield return new PageObservation(PageKey.For(judged), PageKey.For(judged), judged, first, Second(judged)) { LookKey = asked };

        // Two looks that judged different pages are no two observations of one.
        PageSight? Second(string url) =>
            again is null ? null
            : second is { Status: PageStatus.Audited } && JudgedUrl(again, second) != url ? PageSight.Unmeasured
            : PageSight.Of(again.Status, again.Reason, second, regulation);
    }

    private static string JudgedUrl(PageRow row, PageAudit? audit) =>
        audit is { Status: PageStatus.Audited, FinalUrl: { } final } ? final : row.Url;
}
