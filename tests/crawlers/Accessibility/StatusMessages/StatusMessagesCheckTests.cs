using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.StatusMessages;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.StatusMessages;

public sealed class StatusMessagesCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<div class=toast>Endringene er lagret</div>")]
    [InlineData("<p>Lagt til i handlekurven</p>")]
    [InlineData("<textarea aria-label=Melding></textarea><span>120 tegn igjen</span>")]
    [InlineData("<input aria-label=Filtrer><p>Viser 12 treff</p><ul><li>A</ul>")]
    [InlineData("<input aria-label=Filtrer><p>24 results for «gate»</p>")]
    public async Task A_message_outside_of_live_regions_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = Assert.Single(await ObserveAsync(body));

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData("<div class=toast role=status>Endringene er lagret</div>")]
    [InlineData("<div aria-live=polite><p>Lagt til i handlekurven</p></div>")]
    [InlineData("<input aria-label=Filtrer><output><p>Viser 12 treff</p></output>")]
    public async Task A_message_in_a_live_region_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, Assert.Single(await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<p>Varen kan ikke legges til i handlekurven nå.</p>")]
    [InlineData("<form action=/sok><input aria-label=Søk><button>Søk</button></form><p>Viser 12 treff</p>")]
    [InlineData("<p>12 treff på veggen ble telt i kampen, og publikum jublet.</p>")]
    [InlineData("<div class=toast hidden>Endringene er lagret</div>")]
    [InlineData("<div class=toast-container></div>")]
    [InlineData("<button>Lagt til i handlekurven</button>")]
    public async Task What_came_with_the_page_or_is_none_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, Assert.Single(await ObserveAsync(body)).Outcome);

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return await browser.ObserveAsync(site.Url("/"), new StatusMessagesCheck());
    }
}
