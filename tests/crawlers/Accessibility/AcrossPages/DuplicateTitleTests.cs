using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Crawlers.Tests.Accessibility.AcrossPages.PageDraft;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

public sealed class DuplicateTitleTests
{
    private const string Rule = "duplicate-title";
    private const string School = "Skolene i kommunen har plass til alle barn som bor her, og du søker om å bytte i januar hvert år.";
    private const string Water = "Vannet stenges i natt i hele sentrum på grunn av arbeid, og det kan komme brunt vann når det åpnes igjen.";

    [Fact]
    public void Pages_of_different_content_under_one_title_are_for_a_person_and_one_cause()
    {
        IReadOnlyList<PageAudit> audits = Judge(Page("/skole", School, "Skole"), Page("/vann", Water, "Vann"), new PageDraft("/kart") { Title = "Kart" });

        Assert.Equal([Outcome.CantTell, Outcome.CantTell, Outcome.Passed], audits.Select(a => Rule(a, Rule).Outcome));
        ElementResult[] elements = [.. audits.SelectMany(a => Rule(a, Rule).Elements)];
        Assert.Single(elements.Select(e => e.Fingerprint).Distinct());
        Assert.Equal("The title “Kommunen” is also that of https://etat.test/vann, a page of other content.", elements[0].Message);
    }

    [Fact]
    public void Two_titles_each_used_twice_are_two_causes()
    {
        IReadOnlyList<PageAudit> audits = Judge(
            Page("/a", School, "A"), Page("/b", Water, "B"), Page("/c", School, "C") with { Title = "Etaten" }, Page("/d", Water, "D") with { Title = "Etaten" });

        Assert.Equal(2, audits.SelectMany(a => Rule(a, Rule).Elements).Select(e => e.Fingerprint).Distinct().Count());
    }

    [Theory]
    [InlineData("/liste?side=1", "/liste?side=2")]
    [InlineData("/liste", "/liste/side/2")]
    [InlineData("/liste?page=1&emne=a", "/liste?emne=a")]
    public void Pages_of_one_list_may_share_their_title(string one, string other) =>
        Assert.Equal([Outcome.Passed, Outcome.Passed], Outcomes(Rule, Page(one, School, "Treff 1"), Page(other, Water, "Treff 2")));

    [Fact]
    public void One_page_under_two_addresses_has_one_title()
    {
        PageDraft named = Page("/skole?fra=meny", Water, "Andre ord") with { Canonical = "https://etat.test/skole/" };
        Assert.Equal([Outcome.Passed, Outcome.Passed], Outcomes(Rule, Page("/skole", School, "Skole"), named));
        PageDraft led = Page("/gammel", School, "Skole") with { FinalUrl = "https://etat.test/skole" };
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Passed], Outcomes(Rule, Page("/skole", School, "Skole"), led, new PageDraft("/kart") { Title = "Kart" }));
    }

    [Fact]
    public void Pages_of_one_heading_or_of_nearly_the_same_words_are_left_alone()
    {
        Assert.Equal([Outcome.Passed, Outcome.Passed], Outcomes(Rule, Page("/a", School, "Skjema"), Page("/b", Water, "Skjema")));
        Assert.Equal([Outcome.Passed, Outcome.Passed], Outcomes(Rule, Page("/a", School, "En"), Page("/b", School, "To")));
    }

    [Fact]
    public void Pages_without_a_title_belong_to_another_rule() =>
        Assert.Equal([Outcome.Inapplicable, Outcome.Inapplicable], Outcomes(Rule, Page("/a", School, "A") with { Title = " " }, Page("/b", Water, "B") with { Title = "" }));

    private static PageDraft Page(string path, string text, string heading) => new(path) { Title = "Kommunen", Text = text, Heading = heading };
}
