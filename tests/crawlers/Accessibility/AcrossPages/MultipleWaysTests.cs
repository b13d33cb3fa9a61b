using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Crawlers.Tests.Accessibility.AcrossPages.PageDraft;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

public sealed class MultipleWaysTests
{
    private const string Rule = "multiple-ways";

    private static PageDraft Start => new("/") { Kind = PageKind.Start, LinksTo = ["/a"] };

    [Fact]
    public void A_site_without_any_of_the_ways_we_know_is_for_a_person_once()
    {
        IReadOnlyList<PageAudit> audits = Judge([Start, .. Pages("/a", "/b", "/c", "/d")]);

        Assert.Equal([Outcome.CantTell, Outcome.Inapplicable, Outcome.Inapplicable, Outcome.Inapplicable, Outcome.Inapplicable], audits.Select(a => Rule(a, Rule).Outcome));
        Assert.Equal("No page read has a search, a site map or an index, and this page links to 1 of the 4 others.", Assert.Single(Rule(audits[0], Rule).Elements).Message);
    }

    [Fact]
    public void A_search_or_an_index_anywhere_or_a_home_page_that_links_to_all_is_a_way()
    {
        PageDraft[] pages = Pages("/a", "/b", "/c", "/d");
        Assert.Equal(Outcome.Passed, Outcomes(Rule, [Start, .. pages[..3], pages[3] with { Search = true }])[0]);
        Assert.Equal(Outcome.Passed, Outcomes(Rule, [Start, .. pages[..3], pages[3] with { Index = true }])[0]);
        Assert.Equal(Outcome.Passed, Outcomes(Rule, [Start with { LinksTo = ["/a", "/b", "/c", "/d"] }, .. pages])[0]);
    }

    [Fact]
    public void Fewer_pages_than_five_or_none_that_is_the_start_say_nothing()
    {
        Assert.All(Outcomes(Rule, [Start, .. Pages("/a", "/b", "/c")]), o => Assert.Equal(Outcome.Untested, o));
        Assert.All(Outcomes(Rule, Pages("/a", "/b", "/c", "/d", "/e")), o => Assert.Equal(Outcome.Untested, o));
    }

    private static PageDraft[] Pages(params string[] paths) => [.. paths.Select(p => new PageDraft(p))];
}
