using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>
/// Links of a repeated block that come in another relative order on some pages (3.2.3, failure F66). The order that agrees with most pages is the site's;
/// what differs from it is found on the pages that differ.
/// </summary>
internal sealed class NavigationOrder : IAcrossRule
{
    private const int FewestShared = 4, FewestLeft = 2;
    private const int NamesTold = 8;

    /// <inheritdoc/>
    public string Id => "navigation-order";

    /// <inheritdoc/>
    public AcrossSight? Judge(IReadOnlyList<ReadPage> pages)
    {
        if (pages.Count < 2)
            return null;
        HashSet<ReadPage> applies = [];
        List<(ReadPage, ElementResult)> found = [];
        foreach (RepeatedBlock repeated in RepeatedBlock.In(pages))
        {
            (PageBlock most, int agreeing) = repeated.Pages
                .Select(p => (Block: p, Agreeing: repeated.Pages.Count(o => o != p && Agree(p, o) == true)))
                .MaxBy(p => p.Agreeing);
            foreach (PageBlock page in repeated.Pages.Where(p => p != most))
            {
                if (Agree(page, most) is not { } agrees)
                    continue;
                applies.UnionWith([page.Page, most.Page]);
                if (!agrees && Outcome(page, most, agreeing) is { } outcome)
                    found.Add((page.Page, Element(page, most, outcome)));
            }
        }
        return new AcrossSight(applies, found);
    }

    /// <summary>Whether two blocks have their common links in one order; null where they have too few.</summary>
    private static bool? Agree(PageBlock one, PageBlock other)
    {
        IReadOnlyList<string> whole = one.SharedWhole(other), here = one.SharedOrder(other);
        return whole.Count < FewestShared ? null
            : whole.SequenceEqual(other.SharedWhole(one)) ? true
            // The page's own item may be moved: what is left must tell.
            : here.Count < FewestLeft ? null
            : here.SequenceEqual(other.SharedOrder(one));
    }

    // A list inside the content may be sorted by what the content is about. Of two orders alone nobody can say which is the site's.
    private static Outcome? Outcome(PageBlock page, PageBlock most, int agreeing)
    {
        bool same = page.IsSame(most);
        return page.Block.Within == "content"
            ? same ? Shared.Domain.Outcome.CantTell : null
            : same && agreeing > 0 && page.Block.Role != "contentinfo" ? Shared.Domain.Outcome.Failed : Shared.Domain.Outcome.CantTell;
    }

    private ElementResult Element(PageBlock page, PageBlock most, Outcome outcome)
    {
        IReadOnlyList<string> here = page.SharedOrder(most), there = most.SharedOrder(page);
        int first = here.Zip(there).TakeWhile(p => p.First == p.Second).Count();
        string Names(IReadOnlyList<string> order, PageBlock block) => string.Join(", ", order.Skip(first).Take(NamesTold).Select(t => block.Links[t].Name));
        return AcrossSight.Element(Id, outcome, page.Block.Place, page.Block.Place.Path,
            $"Its links come in another order than on {most.Page.Url}. Here: {Names(here, page)}. There: {Names(there, most)}.");
    }
}
