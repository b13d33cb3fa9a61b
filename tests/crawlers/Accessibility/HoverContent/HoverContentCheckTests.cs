using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.HoverContent;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.HoverContent;

public sealed class HoverContentCheckTests(BrowserFixture browser)
{
    private const string Style = "<style>body { margin: 40px } #t { display: inline-block; padding: 8px } #i { display: none; background: #fff } #t:hover + #i, #t:hover #i { display: block }</style>";
    private const string Over = "<style>#i { position: absolute; width: 300px }</style>";
    private const string After = "<p>Teksten som står under knappen og som mange vil lese.</p>";

    [Theory]
    [InlineData("<button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>")]
    [InlineData("<style>#i { display: block; visibility: hidden; transition: visibility 1s } #t:hover + #i { visibility: visible }</style><button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>")]
    [InlineData("<style>#i { display: block; opacity: 0 } @media screen { #t:hover ~ #i { opacity: 1 } }</style><button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>")]
    [InlineData("<div style=\"height:3000px\"></div><button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>")]
    public async Task Content_that_is_gone_when_the_pointer_moves_onto_it_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body, "hover-hoverable");

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("#i", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<div id=t>Tjenester<ul id=i><li><a href=/a>Barnehage</a></ul></div>")]
    [InlineData("<style>#i:hover { display: block }</style><button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>")]
    public async Task Content_that_stays_under_the_pointer_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body, "hover-hoverable")).Outcome);

    [Theory]
    [InlineData(Over + "<div id=t>Tjenester<ul id=i><li><a href=/a>Barnehage</a></ul></div>" + After, Outcome.Failed)]
    [InlineData(Over + "<div id=t>Tjenester<ul id=i><li><a href=/a>Barnehage</a></ul></div><script>addEventListener('keydown', (e) => e.key === 'Escape' && (i.style.display = 'none'))</script>" + After, Outcome.Passed)]
    [InlineData(Over + "<div id=t>Tjenester<div id=i style=\"height:80px\">Barnehage <button>Lukk</button></div></div>" + After, Outcome.CantTell)]
    [InlineData("<div id=t>Tjenester<ul id=i><li><a href=/a>Barnehage</a></ul></div>" + After, Outcome.Passed)]
    [InlineData(Over + "<div id=t>Tjenester<ul id=i><li><a href=/a>Barnehage</a></ul></div>", Outcome.Passed)]
    public async Task Content_that_covers_text_has_to_go_when_escape_is_pressed([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync(body, "hover-dismissible")).Outcome);

    [Theory]
    [InlineData("<button id=t title=Hjelp>Hjelp</button>")]
    [InlineData("<style>#u:hover { opacity: .5 } #u:hover b { color: red }</style><p id=u>En <b>lenke</b></p>")]
    [InlineData("<button id=t>Hjelp</button><div id=i></div>")]
    [InlineData("<button id=t>Hjelp</button><div id=i>Skriv.</div><script>t.addEventListener('mouseenter', () => document.head.insertAdjacentHTML('beforeend', '<style>#i{display:block!important}</style>'))</script>")]
    [InlineData("<button id=t hidden style=\"display:none\">Hjelp</button><div id=i>Skriv.</div>")]
    public async Task What_does_not_come_and_go_with_the_pointer_is_not_judged([StringSyntax("html")] string body)
    {
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body, "hover-hoverable")).Outcome);
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body, "hover-dismissible")).Outcome);
    }

    [Fact]
    public async Task The_page_is_scrolled_back_and_nothing_is_left_open()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", Style + "<div style=\"height:3000px\"></div><button id=t>Hjelp</button><div id=i>Skriv hele navnet.</div>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));

        await new HoverContentCheck().RunAsync(new CheckContext(page.Page, new HoverContentCheck().Rules), TestContext.Current.CancellationToken);

        Assert.Equal("0 false", await page.Page.EvaluateAsync<string>("`${scrollY} ${i.checkVisibility()}`"));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body, string rule)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", Style + body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new HoverContentCheck()), r => r.Rule == rule);
    }
}
