using System.Diagnostics.CodeAnalysis;
using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.CharacterKeys;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.CharacterKeys;

public sealed class CharacterKeysCheckTests(BrowserFixture browser)
{
    private const string Toggle = "<p id=p>Tekst</p>";

    [Theory]
    [InlineData(Toggle + "<script>onkeydown = (e) => { if (e.key === 's') p.hidden = !p.hidden }</script>", "s")]
    [InlineData(Toggle + "<script>document.addEventListener('keyup', (e) => { if (e.keyCode === 191 && e.key === '/') p.append('!') })</script>", "/")]
    [InlineData("<input id=f aria-label=F><script>addEventListener('keypress', (e) => { if (e.key === 'f' && e.target === document.body) f.focus() })</script>", "f")]
    [InlineData("<div style=height:3000px></div><script>onkeydown = (e) => { if (e.key === 'j') scrollBy(0, 300); if (e.key === 'k') scrollBy(0, -300) }</script>", "j")]
    [InlineData("<p>Tekst</p><script>onkeydown = (e) => { if (e.code === 'Digit7') location = '/videre' }</script>", "7")]
    [InlineData(Toggle + "<script>document.body.setAttribute('onkeydown', 'if (event.key == \"d\") document.body.style.background = document.body.style.background ? \"\" : \"black\"')</script>", "d")]
    [InlineData(Toggle + "<footer><a href=/u>Tilgjengelighetserklæring</a></footer><script>onkeydown = (e) => { if (e.key === 's') p.hidden = !p.hidden }</script>", "s")]
    public async Task A_key_that_sets_something_off_alone_fails_and_is_named([StringSyntax("html")] string body, string key)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.StartsWith($"The key {key} alone", Assert.Single(rule.Elements).Message);
    }

    [Theory]
    [InlineData("<a href=/s>Innstillinger</a>")]
    [InlineData("<button aria-label='Slå av hurtigtaster'>X</button>")]
    public async Task A_page_that_may_have_a_way_to_turn_it_off_is_for_a_person_to_judge([StringSyntax("html")] string way) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(Toggle + way + "<script>onkeydown = (e) => { if (e.key === 's') p.hidden = !p.hidden }</script>")).Outcome);

    [Fact]
    public async Task Typing_as_such_is_for_a_person_to_judge()
    {
        RuleObservation rule = await ObserveAsync("<input id=f aria-label=F><script>onkeydown = (e) => { if (e.key.length === 1) f.focus() }</script>");

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.StartsWith("Any letter", Assert.Single(rule.Elements).Message);
    }

    [Theory]
    [InlineData(Toggle + "<script>onkeydown = () => 1</script>")]
    [InlineData(Toggle + "<script>onkeydown = (e) => { if (e.key === 's' && e.ctrlKey) p.hidden = true }</script>")]
    [InlineData(Toggle + "<script>onkeydown = () => { p.append('!') }</script>")]
    [InlineData(Toggle + "<script>onkeydown = () => document.documentElement.setAttribute('data-inndata', 'tastatur')</script>")]
    [InlineData(Toggle + "<script>onkeydown = () => 1; setInterval(() => { p.append('!') }, 15)</script>")]
    public async Task Keys_that_set_nothing_off_by_themselves_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData(Toggle)]
    [InlineData(Toggle + "<button onkeydown='p.hidden = true'>A</button>")]
    public async Task A_page_that_does_not_listen_to_keys_is_not_touched([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task Focus_fields_and_scrolling_are_put_back()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<input id=f aria-label=F value=før><div style=height:3000px></div><script>onkeydown = (e) => { if (e.key === 'f') { f.focus(); scrollTo(0, 500) } }</script>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await page.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var check = new CharacterKeysCheck();

        RuleObservation rule = Assert.Single(await check.RunAsync(new CheckContext(page.Page, check.Rules), TestContext.Current.CancellationToken));

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("før BODY 0", await page.Page.EvaluateAsync<string>("`${f.value} ${document.activeElement.tagName} ${scrollY}`"));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new CharacterKeysCheck()));
    }
}
