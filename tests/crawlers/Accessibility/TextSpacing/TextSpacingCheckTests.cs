using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.TextSpacing;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.TextSpacing;

public sealed class TextSpacingCheckTests(BrowserFixture browser)
{
    private const string Style = "<style>p { margin: 0; font: 16px/1.2 monospace }</style>";

    private const string Long = "Søknaden må være hos oss før mandag den andre mai klokka tolv.";

    [Theory]
    [InlineData("<style>#f { height: 40px; width: 340px; overflow: hidden }</style><div id=f><p>" + Long + "</p></div>")]
    [InlineData("<style>#f { max-height: 40px; width: 340px; overflow: clip }</style><p id=f>" + Long + "</p>")]
    [InlineData("<style>#f { width: 155px; overflow: hidden; white-space: nowrap }</style><p id=f>Meld flytting nå</p>")]
    [InlineData("<style>#f { position: relative; height: 40px; width: 340px; overflow: hidden } p { position: absolute; top: 0; width: 340px }</style><div id=f><p>" + Long + "</p></div>")]
    [InlineData("<style>#f { height: 40px; width: 340px; overflow: hidden; transition: all 1s }</style><p id=f>" + Long + "</p>")]
    [InlineData("<div id=v></div><script>v.attachShadow({mode:'open'}).innerHTML='<style>#f { width: 155px; overflow: hidden; white-space: nowrap; font: 16px monospace }</style><div id=f>Meld flytting nå</div>'</script>")]
    [InlineData("<iframe title=F srcdoc=\"<style>#f { width: 155px; overflow: hidden; white-space: nowrap; font: 16px monospace }</style><div id=f>Meld flytting nå</div>\"></iframe>")]
    public async Task Text_that_a_box_cuts_off_only_with_more_space_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("serious", rule.Impact);
        ElementObservation element = Assert.Single(rule.Elements);
        Assert.EndsWith("#f", element.Address.Target, StringComparison.Ordinal);
        Assert.Contains("cuts off text: “", element.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p id=f style=\"height:40px;width:340px;overflow:hidden\">" + Long + "</p>")]
    [InlineData("<style>#f { width: 155px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }</style><p id=f>Meld flytting nå</p>")]
    [InlineData("<style>#f { width: 155px; overflow: hidden; white-space: nowrap }</style><p id=f title=\"Meld flytting nå\">Meld flytting nå</p>")]
    [InlineData("<style>#f { height: 40px; width: 340px; overflow: hidden }</style><p id=f>" + Long + "</p><button aria-expanded=false>Les mer</button>")]
    public async Task Text_that_may_be_meant_to_be_cut_short_is_for_a_person_to_judge([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal("#f", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<div style=\"width:340px;overflow:hidden\"><p>" + Long + "</p></div>")]
    [InlineData("<style>#f { height: 40px; width: 340px; overflow: auto }</style><p id=f>" + Long + "</p>")]
    [InlineData("<style>#f { height: 40px; width: 340px }</style><p id=f>" + Long + "</p><p>Etter</p>")]
    [InlineData("<p>Tekst</p><style>#f { height: 20px; width: 340px; overflow: hidden }</style><p id=f>" + Long + "</p>")]
    [InlineData("<style>#f { height: 40px; width: 340px; overflow: hidden } p { position: absolute; width: 340px }</style><div id=f><p>" + Long + "</p></div>")]
    [InlineData("<style>#f { width: 200px; overflow: hidden } #i { display: flex } p { flex: 0 0 200px }</style><div id=f><div id=i><p>En side</p><p>En side til</p></div></div>")]
    [InlineData("<p>Tekst</p><span style=\"position:absolute;width:1px;height:1px;overflow:hidden\">For skjermlesere alene</span>")]
    [InlineData("<p>Tekst</p><style>#f { width: 40px; overflow: hidden; font: 16px 'Material Icons' }</style><div id=f>home</div>")]
    [InlineData("<p>Tekst</p><style>#f { width: 40px; height: 15px; overflow: hidden; visibility: hidden }</style><div id=f>Hjem</div>")]
    public async Task Text_that_stays_or_was_never_whole_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task A_page_without_text_is_not_judged() =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync("<img src=/a.png alt=A>")).Outcome);

    [Fact]
    public async Task The_page_is_left_as_it_was_and_notices_nothing()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/",
            $$"""
            {{Style}}<style>p { transition: all 1s }</style><p id=f>{{Long}}</p><div style="height:3000px"></div>
            <script>
              document.adoptedStyleSheets = [new CSSStyleSheet()]; scrollTo(0, 500); seen = [];
              new MutationObserver(() => seen.push('mutation')).observe(document, { subtree: true, childList: true, attributes: true });
              new ResizeObserver(() => seen.push('resize')).observe(f);
              addEventListener('transitionrun', () => seen.push('transition'));
            </script>
            """);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        const string State = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(JSON.stringify([seen, scrollY, document.adoptedStyleSheets.length, f.getBoundingClientRect().height, getComputedStyle(f).letterSpacing])))))";
        string before = await page.Page.EvaluateAsync<string>(State);

        await new TextSpacingCheck().RunAsync(new CheckContext(page.Page, new TextSpacingCheck().Rules), TestContext.Current.CancellationToken);

        Assert.Equal("[[\"resize\"],500,1,19.1875,\"normal\"]", before);
        Assert.Equal(before, await page.Page.EvaluateAsync<string>(State));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", Style + body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new TextSpacingCheck()));
    }
}
