using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.PlaceholderLabel;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.PlaceholderLabel;

public sealed class PlaceholderLabelCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<form><input placeholder=Navn><input placeholder=E-post type=email><button>Send</button></form>", 2)]
    [InlineData("<form><h2>Kontakt oss</h2><div><textarea placeholder=\"Din henvendelse\"></textarea></div></form>", 1)]
    [InlineData("<form><label>Navn <input></label><div><input placeholder=Telefon></div></form>", 1)]
    [InlineData("<input type=search placeholder=Søk>", 1)]
    [InlineData("<span style=\"position:absolute;width:1px;height:1px;overflow:hidden\">Navn</span><input placeholder=Navn>", 1)]
    public async Task A_placeholder_alone_is_for_a_person_to_judge([StringSyntax("html")] string body, int fields)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal(fields, rule.Elements.Count);
    }

    [Theory]
    [InlineData("<label>Navn <input placeholder=\"Ola Nordmann\"></label>")]
    [InlineData("<label for=f>Navn</label><input id=f placeholder=Navn>")]
    [InlineData("<input aria-label=Navn placeholder=\"Ola Nordmann\">")]
    [InlineData("<div>Navn</div><div><input placeholder=\"Ola Nordmann\"></div>")]
    [InlineData("<p>Navn: <input placeholder=\"Ola Nordmann\"></p>")]
    [InlineData("<input placeholder=\"Ola Nordmann\" aria-describedby=h><p id=h>Skriv navnet ditt.</p>")]
    [InlineData("<fieldset><legend>Navn</legend><input placeholder=\"Ola Nordmann\"></fieldset>")]
    [InlineData("<table><tr><th>Navn</th><td><input placeholder=\"Ola Nordmann\"></td></tr></table>")]
    [InlineData("<form><div><input type=search placeholder=\"Hva leter du etter?\"></div><button>Søk</button></form>")]
    public async Task A_field_with_another_label_or_a_text_or_button_beside_it_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<input>")]
    [InlineData("<input placeholder=Navn hidden>")]
    [InlineData("<input placeholder=Navn disabled>")]
    [InlineData("<input placeholder=\" \">")]
    [InlineData("<input type=checkbox placeholder=Navn>")]
    public async Task Fields_without_a_placeholder_that_shows_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new PlaceholderLabelCheck()));
    }
}
