using System.Text.Json;
using Monitor.Crawlers.Accessibility.Checks.AcrossPages;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Xunit;
using static Monitor.Crawlers.Tests.Accessibility.AcrossPages.PageDraft;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

public sealed class PagesTogetherTests
{
    private const string Rule = "navigation-order";
    private static readonly string[] Usual = ["/barnehage", "/skole", "/helse", "/bolig"];
    private static readonly string[] Other = ["/skole", "/barnehage", "/helse", "/bolig"];

    [Fact]
    public void One_page_alone_is_compared_with_nothing()
    {
        RuleResult[] rules = [.. Judge(With("/a", Usual))[0].Rules];

        Assert.Equal(4, rules.Length);
        Assert.All(rules, r => Assert.Equal(Outcome.Untested, r.Outcome));
    }

    [Fact]
    public void Where_too_many_pages_were_not_read_what_was_not_found_is_not_absent()
    {
        PageDraft failed = new("/feil") { Status = PageStatus.Failed };

        Assert.True(Rule(Judge(With("/a", Usual), With("/b", Usual), failed)[0], Rule).Incomplete);
        Assert.False(Rule(Judge(With("/a", Usual), With("/b", Usual), With("/c", Usual), With("/d", Usual), failed)[0], Rule).Incomplete);
        Assert.False(Rule(Judge(With("/a", Usual), With("/b", Usual), failed with { Status = PageStatus.Skipped })[0], Rule).Incomplete);
        RuleResult found = Rule(Judge(With("/a", Usual), With("/b", Usual), With("/c", Other), failed, failed with { Status = PageStatus.Blocked })[2], Rule);
        Assert.Equal((Outcome.Failed, true), (found.Outcome, found.Incomplete));
    }

    [Fact]
    public void A_page_asked_for_under_two_addresses_is_judged_once_and_told_on_both()
    {
        Outcome[] outcomes = Outcomes(Rule, With("/a", Usual), With("/b", Usual), With("/c", Other), With("/gammel", Other) with { FinalUrl = "https://etat.test/c" });

        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Failed, Outcome.Failed], outcomes);
    }

    [Fact]
    public void Pages_that_were_not_read_keep_what_they_came_to()
    {
        IReadOnlyList<PageAudit> audits = Judge(With("/a", Usual), new PageDraft("/feil") { Status = PageStatus.Blocked }, With("/b", Usual));

        Assert.Equal((PageStatus.Blocked, 0), (audits[1].Status, audits[1].Rules.Count));
    }

    [Theory]
    [InlineData("\"noe annet\"")]
    [InlineData("{}")]
    [InlineData("null")]
    public void What_cannot_be_read_any_more_leaves_the_rules_untested(string gathered)
    {
        PageAudit audit = Judge(With("/a", Usual))[0] with { Gathered = JsonSerializer.Deserialize<JsonElement>(gathered) };

        IReadOnlyList<PageAudit> judged = new PagesTogether().Judge([(new SamplePage("https://etat.test/a", PageKind.Start), audit)]);

        Assert.All(Assert.Single(judged).Rules, r => Assert.Equal(Outcome.Untested, r.Outcome));
    }
}
