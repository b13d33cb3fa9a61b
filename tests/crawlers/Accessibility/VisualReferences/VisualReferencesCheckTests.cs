using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.VisualReferences;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.VisualReferences;

public sealed class VisualReferencesCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<main><p>Klikk på knappen til høyre.</p></main>", "body > main > p")]
    [InlineData("<main><p>Trykk på den <strong>grønne</strong> <em>knappen</em>.</p></main>", "body > main > p")]
    [InlineData("<div>Press the button <b>on the right</b><p>Takk.</p></div>", "body > div")]
    [InlineData("<form><label>Skriv i boksen nedenfor <input></label></form>", "body > form")]
    public async Task A_sentence_that_points_by_sight_is_found_with_the_block_it_stands_in([StringSyntax("html")] string body, string target)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal(target, Assert.Single(rule.Elements).Address.Target);
    }

    [Fact]
    public async Task Each_sentence_is_a_finding()
    {
        RuleObservation rule = await ObserveAsync("<p>Trykk på den grønne knappen. Gå så til menyen til venstre.</p>");

        Assert.Equal(2, rule.Elements.Count);
        Assert.Contains(rule.Elements, e => e.Message!.Contains("den grønne knappen", StringComparison.Ordinal));
        Assert.Contains(rule.Elements, e => e.Message!.Contains("menyen til venstre", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<p>Ta til høyre ved skolen.</p>", Outcome.Passed)]
    [InlineData("<p>Klikk på knappen.</p><p>Til høyre ligger skolen.</p>", Outcome.Passed)]
    [InlineData("<p>Klikk på Send.</p>", Outcome.Inapplicable)]
    [InlineData("<p hidden>Klikk på knappen til høyre.</p>", Outcome.Inapplicable)]
    [InlineData("<script>const hjelp = 'Klikk på knappen til høyre.'</script>", Outcome.Inapplicable)]
    [InlineData("<textarea>Klikk på knappen til høyre.</textarea>", Outcome.Passed)]
    public async Task What_points_at_nothing_or_is_not_shown_is_left_alone([StringSyntax("html")] string body, Outcome expected) =>
        Assert.Equal(expected, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new VisualReferencesCheck()));
    }
}
