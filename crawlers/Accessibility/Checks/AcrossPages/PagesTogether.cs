using System.Text.Json;
using Monitor.Crawlers.Web;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>Judges what the pages of a scan tell together, from what <see cref="AcrossPagesCheck"/> gathered on each.</summary>
public sealed class PagesTogether : IAcrossPages
{
    // With more of the pages that were to be read missing, what is not found may be on them.
    private const double MostUnread = 0.2;

    private static readonly IAcrossRule[] Rules = [new NavigationOrder(), new SameFunctionName(), new DuplicateTitle(), new MultipleWays()];

    /// <inheritdoc/>
    public IReadOnlyList<PageAudit> Judge(IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages)
    {
        // Asked for under two addresses, it is still one page.
        var read = new Dictionary<string, ReadPage>(StringComparer.Ordinal);
        foreach ((SamplePage page, PageAudit audit) in pages)
        {
            if (OutlineOf(audit) is { } outline)
                read.TryAdd(KeyOf(audit), new ReadPage(UrlOf(audit), page.Kind == PageKind.Start, audit.Title ?? "", outline));
        }
        int unread = pages.Count(p => p.Page.Kind != PageKind.Document && IsUnread(p.Audit));
        bool tooFew = unread > MostUnread * (unread + read.Count);
        Dictionary<string, AcrossSight?> sights = Rules.ToDictionary(r => r.Id, r => r.Judge([.. read.Values]));
        return [.. pages.Select(p => p.Audit.Gathered is not null && read.TryGetValue(KeyOf(p.Audit), out ReadPage? page) ? Judged(p.Audit, page, sights, tooFew) : p.Audit)];
    }

    private static PageAudit Judged(PageAudit audit, ReadPage page, Dictionary<string, AcrossSight?> sights, bool tooFew) => audit with
    {
        Rules = [.. audit.Rules.Select(r => r.Check == AcrossPagesCheck.CheckId && sights.GetValueOrDefault(r.Rule) is { } sight ? Judged(r, page, sight, tooFew) : r)],
    };

    private static RuleResult Judged(RuleResult rule, ReadPage page, AcrossSight sight, bool tooFew)
    {
        ElementResult[] elements = [.. sight.Found.Where(f => f.Page == page).Select(f => f.Element)];
        return rule with
        {
            Outcome = elements.Length > 0 ? elements.Max(e => e.Outcome) : sight.Applies.Contains(page) ? Outcome.Passed : Outcome.Inapplicable,
            Impact = elements.Length > 0 ? AcrossPagesCheck.Data.ImpactOf(rule.Rule) : null,
            Message = AcrossPagesCheck.Data.Rules.First(r => r.Id == rule.Rule).Texts.En,
            Elements = elements,
            Incomplete = tooFew,
        };
    }

    private static bool IsUnread(PageAudit audit) =>
        audit.Status is PageStatus.Failed or PageStatus.Blocked || audit is { Status: PageStatus.Audited, Gathered: null };

    private static string UrlOf(PageAudit audit) => audit.FinalUrl ?? audit.Url;

    private static string KeyOf(PageAudit audit) => CanonicalUrl.DedupeKey(UrlOf(audit));

    private static PageOutline? OutlineOf(PageAudit audit)
    {
        try
        {
            return audit is { Status: PageStatus.Audited, Gathered: { } gathered }
                && gathered.Deserialize<PageOutline>(MonitorJson.Options) is { Self: not null, Language: not null, Heading: not null, Links: not null, Blocks: not null, Controls: not null } outline
                ? outline
                : null;
        }
        catch (JsonException)
        {
            return null; // Gathered by another version of us, in the middle of a scan.
        }
    }
}
