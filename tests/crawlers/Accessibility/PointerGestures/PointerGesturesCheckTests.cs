using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.PointerGestures;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.PointerGestures;

public sealed class PointerGesturesCheckTests(BrowserFixture browser)
{
    private const string Listen = "<script>k.addEventListener('touchmove', () => 1)</script>";
    private const string Style = "style=\"width:300px;height:100px\"";

    [Theory]
    [InlineData($"<div id=k class=carousel {Style}><ul><li>A<li>B</ul></div>{Listen}")]
    [InlineData($"<div class=\"kart\"><div id=k {Style}></div></div>{Listen}")]
    [InlineData($"<section aria-roledescription=carousel><div id=k {Style}>A</div></section>{Listen}")]
    public async Task Gestures_without_buttons_are_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData($"<div id=k class=carousel {Style}><ul><li>A<li>B</ul><button>Neste</button></div>{Listen}")]
    [InlineData($"<div><div id=k class=map {Style}></div><div class=zoom-control><a href=\"#\">+</a></div></div>{Listen}")]
    public async Task Buttons_in_or_around_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData($"<div id=k {Style}>Tekst</div>{Listen}")]
    [InlineData($"<div id=k class=carousel {Style}>Tekst</div>")]
    [InlineData($"<div id=k class=carousel hidden {Style}>Tekst</div>{Listen}")]
    [InlineData($"<div id=k class=sitemap {Style}>Tekst</div>{Listen}")]
    public async Task What_listens_to_no_gesture_or_is_neither_map_nor_carousel_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new PointerGesturesCheck()));
    }
}
