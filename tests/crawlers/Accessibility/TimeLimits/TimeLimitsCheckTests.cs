using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.TimeLimits;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.TimeLimits;

public sealed class TimeLimitsCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<p>Økten utløper om <b>10</b> minutter.</p>")]
    [InlineData("<div hidden><p>Du blir automatisk logget ut om 60 sekunder.</p></div>")]
    [InlineData("<p>Sida blir oppdatert kvart minutt. Sida oppdateres automatisk hvert minutt.</p>")]
    [InlineData("<p>Your session will expire in 5 minutes.</p>")]
    [InlineData("<p>You will be redirected to the new page in 10 seconds.</p>")]
    [InlineData("<p>Tekst</p><script>setTimeout(function () { window.location.href = '/ny'; }, 60 * 1000 * 30)</script>")]
    [InlineData("<p>Tekst</p><script>setInterval(() => location.reload(), 300000)</script>")]
    public async Task A_sign_of_a_time_limit_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = Assert.Single(await ObserveAsync(body));

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData("<div role=dialog><p>Du blir logget ut om 60 sekunder.</p><button>Forleng økten</button></div>")]
    [InlineData("<section><p>Your session will expire in 5 minutes.</p><button>Stay signed in</button></section>")]
    public async Task An_offer_of_more_time_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, Assert.Single(await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<meta http-equiv=refresh content=600><p>Sida oppdateres automatisk hvert tiende minutt.</p>")]
    [InlineData("<p>Søknadsfristen går ut om tre uker.</p>")]
    [InlineData("<p>Husk å logge ut når du er ferdig. Avtalen din utløper om et år.</p>")]
    [InlineData("<p>Tekst</p><script>setTimeout(() => { document.title = location.href }, 5000)</script>")]
    [InlineData("<p>Tekst</p><script>setTimeout(() => { if (location.hash === '#a') start() }, 5000)</script>")]
    [InlineData("<p>Tekst</p><script>setTimeout(() => { location.href = '/ny' }, 100 * 60 * 60 * 1000)</script>")]
    public async Task Deadlines_and_other_timers_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, Assert.Single(await ObserveAsync(body)).Outcome);

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return await browser.ObserveAsync(site.Url("/"), new TimeLimitsCheck());
    }
}
