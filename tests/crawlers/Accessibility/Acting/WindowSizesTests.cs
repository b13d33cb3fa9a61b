using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Orientation;
using Monitor.Crawlers.Accessibility.Checks.Reflow;
using Monitor.Crawlers.Accessibility.Checks.ResizeText;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

/// <summary>The checks that give the window another size.</summary>
public sealed class WindowSizesTests(BrowserFixture browser)
{
    private const string Long = "Søknaden må være hos oss før mandag den andre mai klokka tolv, ellers må den vente til neste runde.";
    private const string Wide = "<style>#f { width: 600px }</style>";
    private const string Low = "<style>p { margin: 0; font: 16px/1.2 monospace } #f { height: 40px; overflow: hidden }</style>";

    [Theory]
    [InlineData(Wide + "<p id=f>" + Long + Long + "</p>")]
    [InlineData(Wide + "<style>body { overflow-x: hidden }</style><p id=f>" + Long + Long + "</p>")]
    [InlineData("<ul><li id=f style=\"white-space:nowrap\">" + Long + "</li></ul>")]
    [InlineData("<style>body { min-width: 960px }</style><h1 id=f>" + Long + Long + "</h1>")]
    [InlineData(Low + "<p id=f>" + Long + "</p>")]
    public async Task Text_that_leaves_a_narrow_window_or_is_cut_off_in_it_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(new ReflowCheck(), body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData("<p style=\"white-space:nowrap;overflow:hidden;text-overflow:ellipsis\">" + Long + "</p>")]
    [InlineData(Wide + "<div style=\"position:absolute\"><p id=f>" + Long + Long + "</p></div>")]
    [InlineData(Wide + "<div id=f>" + Long + Long + "</div>")]
    public async Task Text_that_may_be_meant_to_be_cut_short_in_a_narrow_window_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(new ReflowCheck(), body)).Outcome);

    [Theory]
    [InlineData("<p>" + Long + "</p>")]
    [InlineData(Wide + "<table id=f><tr><th>" + Long + "</th><td>" + Long + "</td></tr></table>")]
    [InlineData(Wide + "<div style=\"display:table\"><p id=f>" + Long + Long + "</p></div>")]
    [InlineData(Wide + "<pre id=f>" + Long + "</pre>")]
    [InlineData(Wide + "<div style=\"overflow-x:auto\"><p id=f>" + Long + Long + "</p></div>")]
    [InlineData("<p>" + Long + "</p><img style=\"width:900px;height:9px\" alt=A src=/a.png>")]
    [InlineData("<p>" + Long + "</p><nav style=\"position:absolute;left:320px;width:200px\">" + Long + "</nav>")]
    [InlineData("<style>@media (max-width: 400px) { #f { display: none } }</style><p>Kort</p>" + Wide + "<p id=f>" + Long + "</p>")]
    [InlineData("<style>#f { width: 300px; overflow: hidden } #i { display: flex } p { flex: 0 0 200px }</style><div id=f><div id=i><p>" + Long + "</p><p>" + Long + "</p></div></div>")]
    [InlineData("<p id=f>" + Long + Long + "</p><script>addEventListener('resize', () => setTimeout(() => f.style.width = 'auto', 200)); f.style.width = '600px'</script>")]
    public async Task Text_that_fits_a_narrow_window_or_needs_two_dimensions_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(new ReflowCheck(), body)).Outcome);

    [Theory]
    [InlineData(Low + "<p id=f>" + Long + Long + "</p>", Outcome.Failed)]
    [InlineData("<style>#f { font-size: 20px; white-space: nowrap; overflow: hidden }</style><p id=f>" + Long + "</p>", Outcome.Failed)]
    [InlineData(Low + "<style>#f { height: 100vh; box-sizing: border-box } p { padding-top: 450px }</style><p id=f>" + Long + "</p>", Outcome.CantTell)]
    [InlineData(Low + "<p id=f style=\"height:40px\">" + Long + Long + "</p>", Outcome.CantTell)]
    [InlineData(Low + "<style>#f { height: 80px }</style><p id=f>" + Long + Long + "</p>", Outcome.Passed)]
    [InlineData(Wide + "<style>#f { width: 900px }</style><p id=f>" + Long + "</p>", Outcome.Passed)]
    public async Task Only_what_zoom_itself_cuts_off_fails_at_200_percent([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync(new ResizeTextCheck(), body)).Outcome);

    [Theory]
    [InlineData("<style>#r { display: none } @media (orientation: portrait) { main { display: none } #r { display: block } }</style><main><p>A en</p><p>B to</p></main><p id=r>Snu telefonen for å lese siden.</p>", Outcome.Failed)]
    [InlineData("<style>#r { display: none; position: fixed; inset: 0; background: #fff } @media (orientation: portrait) { #r { display: block } }</style><main><p>A en</p><p>B to</p></main><div id=r><p>Please rotate your device.</p></div>", Outcome.Failed)]
    [InlineData("<main><p>A en</p><p>B to</p><p>C tre</p><p>D fire</p><p>E fem</p><p>F seks</p></main><p id=r>Roter skjermen.</p><style>@media (orientation: landscape) { main { display: none } } @media (orientation: portrait) { #r { display: none } }</style>", Outcome.Failed)]
    [InlineData("<style>#r { display: none } @media (orientation: portrait) { #r { display: block } }</style><main><p>A en</p><p>B to</p></main><p id=r>Snu telefonen for et større kart.</p>", Outcome.CantTell)]
    [InlineData("<style>#r { display: none } @media (orientation: portrait) { main { display: none } #r { display: block } }</style><main><p>A en</p><canvas width=900 height=700></canvas></main><p id=r>Snu telefonen.</p>", Outcome.CantTell)]
    [InlineData("<main><p>Slik roterer du skjermen: snu telefonen.</p></main>", Outcome.Passed)]
    [InlineData("<style>#r { display: none } @media (orientation: portrait) { #r { display: block } }</style><p>A en</p><p id=r>Her er en annen meny.</p>", Outcome.Passed)]
    public async Task A_message_to_turn_the_device_fails_where_it_takes_the_place_of_the_content([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync(new OrientationCheck(), body)).Outcome);

    [Fact]
    public async Task A_page_that_leaves_when_its_window_changes_is_untested()
    {
        RuleObservation rule = await ObserveAsync(new ReflowCheck(), "<p>Tekst</p><script>addEventListener('resize', () => location.href = '/mobil')</script>");

        Assert.Equal(Outcome.Untested, rule.Outcome);
    }

    [Fact]
    public async Task The_window_has_its_size_back_and_one_measurement_serves_all()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<p>{Long}</p><script>sizes = []; addEventListener('resize', () => sizes.push(innerWidth + 'x' + innerHeight))</script>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        var probes = new PageProbes(page.Page);

        foreach (ICheck check in new ICheck[] { new ResizeTextCheck(), new OrientationCheck(), new ReflowCheck() })
            await check.RunAsync(new CheckContext(page.Page, check.Rules) { Probes = probes }, TestContext.Current.CancellationToken);

        string sizes = await page.Page.EvaluateAsync<string>("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(sizes.join(' ')))))");
        Assert.EndsWith("320x800 1280x800", sizes, StringComparison.Ordinal);
        Assert.Single(sizes.Split("320x800").Skip(1));
    }

    private async Task<RuleObservation> ObserveAsync(ICheck check, [StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body).Html("/mobil", "<p>Mobil</p>");
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), check));
    }
}
