using System.Diagnostics.CodeAnalysis;
using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.PointerDown;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.PointerDown;

public sealed class PointerDownCheckTests(BrowserFixture browser)
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private const string Change = "<script>k.onmousedown = () => { side.textContent += ' og mer' }</script>";

    [Theory]
    [InlineData("<p id=side>Tekst</p><div id=k tabindex=0>Neste</div>" + Change)]
    [InlineData("<nav><a href=/andre>Andre saker</a> <button type=button>Søk</button></nav><p id=side>Tekst</p><p><button id=k type=button>Neste</button></p>" + Change)]
    [InlineData("<p id=side>Tekst</p><div id=rundt><p><button id=k type=button>Neste</button></p></div><script>rundt.onmousedown = () => { side.textContent += ' og mer' }</script>")]
    public async Task A_control_that_acts_at_once_and_for_good_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("#k", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<p id=side>Tekst</p><div id=k tabindex=0>Neste</div><button>Angre</button>" + Change)]
    [InlineData("<p id=side>Tekst</p><p><button id=k type=button>+</button><button type=button>-</button></p>" + Change)]
    [InlineData("<p id=side>Tekst</p><p><button id=k type=button>Meny</button></p><div id=meny hidden><a href=/a>A</a></div><script>k.onmousedown = () => { meny.hidden = false }</script>")]
    [InlineData("<button id=k type=button>Les mer</button><script>k.addEventListener('pointerdown', () => { location.href = '/videre' })</script>")]
    [InlineData("<p id=side>Tekst</p><button id=k type=button aria-expanded=false>Vis</button><script>k.onmousedown = () => { side.hidden = !side.hidden }</script>")]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Vis</button><script>k.onmousedown = () => { side.hidden = !side.hidden }</script>")]
    public async Task A_control_that_may_be_undone_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Neste</button><script>k.onmousedown = () => k.classList.add('nede')</script>")]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Neste</button><script>k.onmousedown = () => { side.hidden = true }; onmouseup = () => { side.hidden = false }</script>")]
    public async Task A_press_that_changes_nothing_or_is_taken_back_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Neste</button><script>k.onclick = () => { side.textContent += ' og mer' }; k.onmousedown = () => 1</script>")]
    [InlineData("<p id=side>Tekst</p><div class=\"drag-handle\"><button id=k type=button>Flytt</button></div>" + Change)]
    [InlineData("<p id=side>Tekst</p><form><button id=k>Neste</button></form>" + Change)]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Slett alt</button>" + Change)]
    [InlineData("<p id=side>Tekst</p><a id=k href=/videre>Videre</a>" + Change)]
    [InlineData("<p id=side>Tekst</p><canvas id=k tabindex=0></canvas>" + Change)]
    [InlineData("<p id=side>Tekst</p><button id=k type=button>Neste</button><p id=tid></p><script>k.onmousedown = () => 1; setInterval(() => { tid.textContent = Math.random() }, 20)</script>")]
    public async Task What_is_held_dragged_sent_or_never_still_is_not_tried([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task At_most_three_are_tried_and_the_page_is_scrolled_back()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", string.Concat(Enumerable.Range(0, 5).Select(i => $"<div style=\"height:900px\"><div class=k tabindex=0>Knapp {i}</div></div>"))
            + "<script>window.trykk = 0; for (const k of document.querySelectorAll('.k')) k.onmousedown = () => { trykk++ }</script>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await page.Page.EvaluateAsync(AxeScript);

        await new PointerDownCheck().RunAsync(new CheckContext(page.Page, new PointerDownCheck().Rules), TestContext.Current.CancellationToken);

        Assert.Equal(3, await page.Page.EvaluateAsync<int>("trykk"));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("scrollY"));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new PointerDownCheck()));
    }
}
