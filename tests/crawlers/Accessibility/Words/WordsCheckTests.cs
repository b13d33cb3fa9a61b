using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Words;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Words;

public sealed class WordsCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<div><h2>Barnehage</h2><a href=/b>Les mer</a></div>")]
    [InlineData("<div><h2>Barnehage</h2><a href=/b>Les meir …</a></div>")]
    [InlineData("<p><a href=/b>Klikk her!</a></p>")]
    [InlineData("<p>→ <a href=/b>Read more &gt;</a></p>")]
    [InlineData("<ul><li><a href=/b>Her</a></li><li>Barnehage</li></ul>")]
    [InlineData("<p><a href=/b>Les mer</a> <a href=/c>Les mer</a></p>")]
    [InlineData("<a href=/b aria-label=\"Les mer\">Barnehage i Eksempelvik</a>")]
    [InlineData("<div><p>Søk plass i barnehage.</p><a href=/b><img src=/pil.png alt=\"les mer\"></a></div>")]
    [InlineData("<table><tr><td>1</td><td><a href=/b>Vis</a></td></tr></table>")]
    [InlineData("<div id=v></div><script>v.attachShadow({mode:'open'}).innerHTML='<a href=/b>Mer info</a>'</script>")]
    public async Task A_link_that_says_nothing_in_a_context_that_says_nothing_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync("link-words", body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.All(rule.Elements, e => Assert.Equal(Outcome.CantTell, e.Outcome));
    }

    [Theory]
    [InlineData("<a href=/b>Les mer om barnehage</a>")]
    [InlineData("<a href=/b aria-label=\"Les mer om barnehage\">Les mer</a>")]
    [InlineData("<a href=/b title=\"Barnehageplass\">Les mer</a>")]
    [InlineData("<p>Søknadsfristen er 1. mars. <a href=/b>Les mer</a></p>")]
    [InlineData("<div>Søk plass i barnehage: <span><a href=/b>klikk her</a></span></div>")]
    [InlineData("<ul><li><h3>Barnehage</h3><div><a href=/b>Les mer</a></div></li></ul>")]
    [InlineData("<ul><li>Barnehage<ul><li><a href=/b>Les mer</a></li></ul></li></ul>")]
    [InlineData("<h2 id=h>Barnehage</h2><a href=/b aria-describedby=h>Les mer</a>")]
    [InlineData("<table><tr><th>Skjema</th><th>Valg</th></tr><tr><th>Barnehage</th><td><a href=/b>Åpne</a></td></tr></table>")]
    [InlineData("<dl><dt>Barnehage</dt><dd><a href=/b>Les mer</a></dd></dl>")]
    [InlineData("<a href=/2>2</a>")]
    public async Task A_link_whose_name_or_context_says_something_is_left_alone([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync("link-words", body)).Outcome);

    [Theory]
    [InlineData("<a>Les mer</a>")]
    [InlineData("<a href=/b hidden>Les mer</a>")]
    [InlineData("<div aria-hidden=true><a href=/b tabindex=-1>Les mer</a></div>")]
    [InlineData("<a href=/b role=button>Les mer</a>")]
    public async Task What_is_no_link_or_not_perceived_is_not_about_links([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync("link-words", body)).Outcome);

    [Theory]
    [InlineData("<h2>Les mer</h2>", Outcome.CantTell)]
    [InlineData("<h2>Overskrift</h2>", Outcome.CantTell)]
    [InlineData("<div role=heading aria-level=2>***</div>", Outcome.CantTell)]
    [InlineData("<h3>This page</h3>", Outcome.Passed)]
    [InlineData("<h2>Last ned</h2>", Outcome.Passed)]
    [InlineData("<h2>12</h2>", Outcome.CantTell)]
    [InlineData("<h2>2026</h2>", Outcome.Passed)]
    [InlineData("<h2>Mer om barnehage</h2>", Outcome.Passed)]
    [InlineData("<h2>Её дом</h2>", Outcome.Passed)]
    [InlineData("<h2></h2>", Outcome.Inapplicable)]
    [InlineData("<h2 hidden>Les mer</h2>", Outcome.Inapplicable)]
    public async Task A_heading_says_what_follows([StringSyntax("html")] string body, Outcome expected) =>
        Assert.Equal(expected, (await ObserveAsync("heading-words", body)).Outcome);

    [Theory]
    [InlineData("<label>Skriv her <input></label>", Outcome.CantTell)]
    [InlineData("<input aria-label=\"?\">", Outcome.CantTell)]
    [InlineData("<label for=f>Tekstfelt</label><textarea id=f></textarea>", Outcome.CantTell)]
    [InlineData("<select aria-label=Velg><option>Barnehage</option></select>", Outcome.CantTell)]
    [InlineData("<label>Fødselsnummer <input></label>", Outcome.Passed)]
    [InlineData("<fieldset><legend>Sifre i koden</legend><input aria-label=1><input aria-label=2></fieldset>", Outcome.Passed)]
    [InlineData("<input placeholder=\"Skriv her\">", Outcome.Inapplicable)]
    [InlineData("<label><input type=radio name=r> 1</label>", Outcome.Inapplicable)]
    public async Task A_label_says_what_is_to_be_filled_in([StringSyntax("html")] string body, Outcome expected) =>
        Assert.Equal(expected, (await ObserveAsync("label-words", body)).Outcome);

    [Theory]
    [InlineData("Uten tittel", Outcome.CantTell)]
    [InlineData("Untitled Document", Outcome.CantTell)]
    [InlineData("Hjem", Outcome.CantTell)]
    [InlineData("- 1 -", Outcome.CantTell)]
    [InlineData("Ny side 2", Outcome.CantTell)]
    [InlineData("soknad_v2.aspx", Outcome.CantTell)]
    [InlineData("https://www.kommune.example/barnehage", Outcome.CantTell)]
    [InlineData("www.kommune.example", Outcome.CantTell)]
    [InlineData("Hjem - Eksempelvik kommune", Outcome.Passed)]
    [InlineData("Barnehage", Outcome.Passed)]
    [InlineData("", Outcome.Inapplicable)]
    public async Task A_title_says_what_the_page_is_about(string title, Outcome expected)
    {
        RuleObservation rule = await ObserveAsync("title-words", "<main>Hei</main>", title);

        Assert.Equal(expected, rule.Outcome);
        Assert.All(rule.Elements, e => Assert.Equal("head > title", e.Address.Target));
    }

    [Fact]
    public async Task A_title_that_is_the_host_says_nothing_and_titles_of_frames_are_none_of_the_page()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/kart", "<p>Kart</p>", title: "Untitled");
        site.Html("/", "<iframe title=Kart src=/kart></iframe>", title: site.Host);

        RuleObservation rule = (await browser.ObserveAsync(site.Url("/"), new WordsCheck())).Single(r => r.Rule == "title-words");

        Assert.Equal("head > title", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<img src=/filer/ferge_2.jpg alt=ferge_2.jpg>", Outcome.Failed)]
    [InlineData("<img src=/a?id=4 alt=\"IMG_1234.JPG\">", Outcome.Failed)]
    [InlineData("<input type=image src=/sok.png alt=sok.png>", Outcome.Failed)]
    [InlineData("<div role=img aria-label=\"topp.svg\"></div>", Outcome.Failed)]
    [InlineData("<ul><li><img src=/s/ferge.jpg alt=ferge.jpg> ferge.jpg, 2 MB</li></ul>", Outcome.CantTell)]
    [InlineData("<img src=/filer/ferge_2.jpg alt=ferge_2>", Outcome.CantTell)]
    [InlineData("<img src=/a.jpg alt=Bilde>", Outcome.CantTell)]
    [InlineData("<img src=/a.jpg alt=\"photo\">", Outcome.CantTell)]
    [InlineData("<img src=/a.jpg alt=\"img_1234\">", Outcome.CantTell)]
    [InlineData("<img src=/a.jpg alt=\"...\">", Outcome.CantTell)]
    [InlineData("<img src=/ferge.jpg alt=ferge>", Outcome.Passed)]
    [InlineData("<img src=/a.jpg alt=\"Filnavn skal ende på .jpg\">", Outcome.Passed)]
    [InlineData("<img src=/a.jpg alt=\"Bilde av fergekaia i Eksempelvik\">", Outcome.Passed)]
    [InlineData("<img src=/a.jpg alt=\"\">", Outcome.Inapplicable)]
    [InlineData("<img src=/a.jpg>", Outcome.Inapplicable)]
    [InlineData("<img src=/a.jpg role=presentation alt=a.jpg>", Outcome.Inapplicable)]
    public async Task A_file_name_is_no_text_alternative([StringSyntax("html")] string body, Outcome expected)
    {
        RuleObservation rule = await ObserveAsync("image-words", body);

        Assert.Equal(expected, rule.Outcome);
        Assert.Equal(expected is Outcome.Failed or Outcome.CantTell ? 1 : 0, rule.Elements.Count);
    }

    private async Task<RuleObservation> ObserveAsync(string rule, [StringSyntax("html")] string body, string title = "Barnehage")
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body, title);
        return (await browser.ObserveAsync(site.Url("/"), new WordsCheck())).Single(r => r.Rule == rule);
    }
}
