using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Instructions;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Instructions;

public sealed class InstructionsCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("required-mark", "<form><label>Navn * <input></label><label>Alder * <input></label></form>")]
    [InlineData("required-mark", "<form><label for=n>Navn<span>*</span></label><input id=n required></form>")]
    [InlineData("format-instruction", "<label>Kundenummer <input pattern=\"[A-Z]{2}[0-9]{4}\"></label>")]
    [InlineData("group-label", "<form><p>Kjønn</p><label><input type=radio name=k>Kvinne</label><label><input type=radio name=k>Mann</label></form>")]
    [InlineData("group-label", "<form><fieldset><label><input type=checkbox name=k>Ost</label><label><input type=checkbox name=k>Skinke</label></fieldset></form>")]
    public async Task What_a_form_demands_and_does_not_say_is_for_a_person_to_judge(string rule, [StringSyntax("html")] string body)
    {
        RuleObservation observation = (await ObserveAsync(body)).Single(r => r.Rule == rule);

        Assert.Equal(Outcome.CantTell, observation.Outcome);
        Assert.Single(observation.Elements);
    }

    [Theory]
    [InlineData("required-mark", "<form><p>Felt med * må fylles ut.</p><label>Navn * <input></label></form>")]
    [InlineData("required-mark", "<form><p>* = nødvendig</p><label>Navn * <input></label></form>")]
    [InlineData("required-mark", "<form><label>Navn <abbr title=påkrevd>*</abbr> <input></label></form>")]
    [InlineData("format-instruction", "<label>Kundenummer (to bokstaver og fire siffer) <input pattern=\"[A-Z]{2}[0-9]{4}\"></label>")]
    [InlineData("format-instruction", "<label>Kundenummer <input pattern=\"[A-Z]{2}[0-9]{4}\" placeholder=AB1234></label>")]
    [InlineData("format-instruction", "<label>Kundenummer <input pattern=\"[A-Z]{2}[0-9]{4}\" aria-describedby=h></label><div><p id=h>Det står på fakturaen.</p></div>")]
    [InlineData("group-label", "<fieldset><legend>Kjønn</legend><label><input type=radio name=k>Kvinne</label><label><input type=radio name=k>Mann</label></fieldset>")]
    [InlineData("group-label", "<p id=k>Kjønn</p><div role=radiogroup aria-labelledby=k><label><input type=radio name=k>Kvinne</label><label><input type=radio name=k>Mann</label></div>")]
    public async Task What_is_said_passes(string rule, [StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Single(r => r.Rule == rule).Outcome);

    [Theory]
    [InlineData("<form><label>Navn <input></label></form>")]
    [InlineData("<form hidden><label>Navn * <input></label></form>")]
    [InlineData("<label>Navn <input pattern=\".*\"></label>")]
    [InlineData("<label>Postnummer <input pattern=\"[0-9]{4}\" autocomplete=postal-code></label>")]
    [InlineData("<form><label><input type=radio name=k>Kvinne</label></form>")]
    [InlineData("<form><label><input type=checkbox name=a>Ost</label><label><input type=checkbox name=b>Skinke</label></form>")]
    public async Task Forms_that_demand_nothing_special_are_not_judged([StringSyntax("html")] string body) =>
        Assert.All(await ObserveAsync(body), r => Assert.Equal(Outcome.Inapplicable, r.Outcome));

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return await browser.ObserveAsync(site.Url("/"), new InstructionsCheck());
    }
}
