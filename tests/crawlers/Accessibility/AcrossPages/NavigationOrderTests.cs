using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Crawlers.Tests.Accessibility.AcrossPages.PageDraft;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

public sealed class NavigationOrderTests
{
    private const string Rule = "navigation-order";
    private static readonly string[] Usual = ["/barnehage", "/skole", "/helse", "/bolig", "/kart"];
    private static readonly string[] Other = ["/skole", "/barnehage", "/helse", "/bolig", "/kart"];

    [Fact]
    public void A_menu_in_another_order_than_on_two_others_fails_on_the_page_that_differs()
    {
        IReadOnlyList<PageAudit> audits = Judge(With("/a", Usual), With("/b", Other), With("/c", Usual));

        Assert.Equal([Outcome.Passed, Outcome.Failed, Outcome.Passed], audits.Select(a => Rule(a, Rule).Outcome));
        RuleResult failed = Rule(audits[1], Rule);
        Assert.Equal(("moderate", "3.2.3"), (failed.Impact, Assert.Single(failed.Wcag)));
        Assert.Equal("Its links come in another order than on https://etat.test/a. Here: Om skole, Om barnehage, Om helse, Om bolig, Om kart. There: Om barnehage, Om skole, Om helse, Om bolig, Om kart.",
            Assert.Single(failed.Elements).Message);
    }

    [Fact]
    public void Pages_that_differ_in_one_menu_share_one_cause()
    {
        IReadOnlyList<PageAudit> audits = Judge(With("/a", Usual), With("/b", Other), With("/c", Usual), With("/d", Other), With("/e", Usual));

        Assert.Single(audits.SelectMany(a => Rule(a, Rule).Elements).Select(e => e.Fingerprint).Distinct());
        Assert.Equal(2, audits.Count(a => Rule(a, Rule).Outcome == Outcome.Failed));
    }

    [Fact]
    public void Of_two_pages_alone_nobody_can_say_which_order_is_the_sites() =>
        Assert.Equal([Outcome.Passed, Outcome.CantTell], Outcomes(Rule, With("/a", Usual), With("/b", Other)));

    [Fact]
    public void A_menu_that_shares_only_a_part_of_its_links_is_for_a_person() =>
        Assert.Equal(Outcome.CantTell, Outcomes(Rule, With("/a", Usual), With("/c", Usual), With("/b", [.. Other, "/x", "/y", "/z"]))[2]);

    [Fact]
    public void A_short_menu_fails_by_the_links_that_lead_elsewhere() =>
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Failed], Outcomes(
            Rule, With("/a", "/a", "/skole", "/helse", "/bolig"), With("/skole", "/a", "/skole", "/helse", "/bolig"), With("/kart", "/a", "/bolig", "/helse", "/skole")));

    [Fact]
    public void A_short_menu_that_puts_the_own_page_first_passes() =>
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Passed], Outcomes(
            Rule, With("/a", "/a", "/skole", "/helse", "/bolig"), With("/skole", "/a", "/skole", "/helse", "/bolig"), With("/bolig", "/bolig", "/a", "/skole", "/helse")));

    [Fact]
    public void An_expanded_submenu_changes_no_order() =>
        Assert.DoesNotContain(Outcome.Failed, Outcomes(Rule, With("/a", Usual), With("/b", Usual), With("/c", "/barnehage", "/barnehage/priser", "/skole", "/skole/sfo", "/helse", "/bolig", "/kart")));

    [Theory]
    [InlineData("/skole")]
    [InlineData("/skole/sfo")]
    public void The_item_of_the_page_itself_or_of_what_it_lies_below_may_be_moved(string page) =>
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Passed], Outcomes(Rule, With("/a", Usual), With("/b", Usual), With(page, Other)));

    [Fact]
    public void A_link_that_a_menu_has_twice_has_no_place_in_its_order() =>
        Assert.DoesNotContain(Outcome.Failed, Outcomes(Rule, With("/a", Usual), With("/b", Usual), With("/c", ["/kart", .. Usual])));

    [Fact]
    public void Fewer_links_than_four_are_no_order_to_keep() =>
        Assert.Equal([Outcome.Inapplicable, Outcome.Inapplicable, Outcome.Inapplicable], Outcomes(Rule, With("/a", "/1", "/2", "/3"), With("/b", "/1", "/2", "/3"), With("/c", "/3", "/2", "/1")));

    [Fact]
    public void Menus_of_pages_in_another_language_are_other_menus() =>
        Assert.Equal(Outcome.Inapplicable, Outcomes(Rule, With("/a", Usual), With("/b", Usual), With("/en", Other) with { Language = "en" })[2]);

    [Fact]
    public void A_list_inside_the_content_is_told_only_when_it_is_the_same_list()
    {
        PageDraft List(string path, params string[] links) => new(path) { Blocks = [Block("navigation", "content", "Mest lest", links)] };

        Assert.Equal(Outcome.CantTell, Outcomes(Rule, List("/a", Usual), List("/b", Usual), List("/c", Other))[2]);
        Assert.Equal(Outcome.Passed, Outcomes(Rule, List("/a", Usual), List("/b", Usual), List("/c", [.. Other, "/x", "/y"]))[2]);
    }

    [Fact]
    public void The_links_of_a_footer_are_for_a_person()
    {
        PageDraft Footer(string path, params string[] links) => new(path) { Blocks = [Block("contentinfo", "page", "", links)] };

        Assert.Equal(Outcome.CantTell, Outcomes(Rule, Footer("/a", Usual), Footer("/b", Usual), Footer("/c", Other))[2]);
    }
}
