using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Flashes;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Flashes;

public sealed class FlashesCheckTests(BrowserFixture browser)
{
    private const string Style = "<style>@keyframes b{50%{opacity:0}}@keyframes k{to{background:#000}}@keyframes t{25%{opacity:0}50%{opacity:1}75%{opacity:0}}@keyframes m{to{left:9px}}div{width:300px;height:200px;background:#fff}</style><p>Tekst</p>";

    [Theory]
    [InlineData(Style + "<div style=\"animation:b .25s infinite\">A</div>", Outcome.CantTell)]
    [InlineData(Style + "<div style=\"animation:k .1s infinite alternate\">A</div>", Outcome.CantTell)]
    [InlineData(Style + "<div style=\"animation:t .5s infinite\">A</div>", Outcome.CantTell)]
    [InlineData(Style + "<div style=\"animation:b .2s steps(1) 4\">A</div>", Outcome.CantTell)]
    [InlineData(Style + "<div style=\"animation:b .5s infinite\">A</div>", Outcome.Passed)]
    [InlineData(Style + "<div style=\"animation:k .25s infinite alternate\">A</div>", Outcome.Passed)]
    [InlineData(Style + "<div style=\"animation:b .25s infinite;width:100px;height:100px\">A</div>", Outcome.Passed)]
    [InlineData(Style + "<div style=\"animation:m .1s infinite;position:relative\">A</div>", Outcome.Inapplicable)]
    [InlineData(Style + "<div>A</div>", Outcome.Inapplicable)]
    public async Task Only_what_is_large_and_flashes_more_than_three_times_a_second_is_for_a_person_to_judge([StringSyntax("html")] string body, Outcome outcome)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);

        RuleObservation rule = Assert.Single(await browser.ObserveAsync(site.Url("/"), new FlashesCheck()));

        Assert.Equal(outcome, rule.Outcome);
    }
}
