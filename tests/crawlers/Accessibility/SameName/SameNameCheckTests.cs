using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.SameName;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.SameName;

public sealed class SameNameCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<a href=/b>Søknadsskjema</a> <a href=/c>Søknadsskjema</a>", 2)]
    [InlineData("<nav><ul><li><a href=/b>Kontakt</a></li><li><a href=/c aria-label=kontakt>Ring</a></li></ul></nav>", 2)]
    [InlineData("<p>Skjema: <a href=/b>Søk</a></p><p>Skjema: <a href=/c>Søk</a></p><p>Klage: <a href=/d>Søk</a></p>", 2)]
    [InlineData("<a href=/b><img src=/x.png alt=Kart></a> <a href=/c>Kart</a>", 2)]
    [InlineData("<a href=#en>Vedlegg</a> <a href=#to>Vedlegg</a>", 2)]
    public async Task Links_of_one_name_and_different_targets_are_for_a_person_to_judge([StringSyntax("html")] string body, int elements)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal(elements, rule.Elements.Count);
    }

    [Theory]
    [InlineData("<a href=/b>Kontakt</a> <a href=/b/>Kontakt</a>")]
    [InlineData("<a href=/b>Kontakt</a> <a href=/b?utm_source=topp#felt>Kontakt</a>")]
    [InlineData("<p>Barnehage: <a href=/b>Søk</a></p><p>Skole: <a href=/c>Søk</a></p>")]
    [InlineData("<h2>Barnehage</h2><a href=/b>Søk plass</a><h2>Skole</h2><a href=/c>Søk plass</a>")]
    [InlineData("<table><tr><th>Barnehage</th><td><a href=/b>Skjema</a></td></tr><tr><th>Skole</th><td><a href=/c>Skjema</a></td></tr></table>")]
    [InlineData("<ul><li><h2><a href=/1>Barnehage</a></h2><a href=/b>Søk</a></li><li><h2><a href=/2>Skole</a></h2><a href=/c>Søk</a></li></ul>")]
    [InlineData("<a href=/b title=Barnehage>Søk</a> <a href=/c title=Skole>Søk</a>")]
    [InlineData("<a href=/b>Les mer</a> <a href=/c>Les mer</a>")]
    public async Task Links_that_lead_to_one_place_or_are_told_apart_by_what_is_around_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<a href=/b>Barnehage</a> <a href=/c>Skole</a>")]
    [InlineData("<header><a href=/b>Kontakt</a></header><footer><a href=/c>Kontakt</a></footer>")]
    [InlineData("<a href=/b>Kontakt</a> <a href=/c hidden>Kontakt</a>")]
    [InlineData("<a href=/b>Kontakt</a> <a href=/c role=button>Kontakt</a>")]
    [InlineData("<a href=/b>Kontakt</a> <a href=\"javascript:apne()\">Kontakt</a>")]
    public async Task Links_that_share_no_name_in_one_landmark_are_not_compared([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task Links_of_different_frames_are_not_compared()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/en", "<a href=/b>Kontakt</a> <a href=/b>Kontakt</a>").Html("/to", "<a href=/c>Kontakt</a> <a href=/c>Kontakt</a>");
        site.Html("/", "<iframe title=En src=/en></iframe><iframe title=To src=/to></iframe>");

        Assert.Equal(Outcome.Passed, Assert.Single(await browser.ObserveAsync(site.Url("/"), new SameNameCheck())).Outcome);
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new SameNameCheck()));
    }
}
