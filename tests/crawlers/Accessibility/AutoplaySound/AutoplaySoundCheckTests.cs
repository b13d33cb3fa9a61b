using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.AutoplaySound;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.AutoplaySound;

public sealed class AutoplaySoundCheckTests(BrowserFixture browser)
{
    private const string Player = "https://www.youtube-nocookie.com/embed/abc";

    [Theory]
    [InlineData($"<iframe title=Film width=400 height=300 src=\"{Player}?autoplay=1&controls=0\"></iframe>")]
    [InlineData($"<iframe title=Film hidden src=\"{Player}?autoplay=1\"></iframe>")]
    [InlineData("<embed hidden src=/velkommen.mp3>")]
    [InlineData("<object data=/velkommen.wav type=audio/wav width=1 height=1></object>")]
    public async Task Sound_told_to_start_without_controls_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData($"<iframe title=Film width=400 height=300 src=\"{Player}?autoplay=1\"></iframe>")]
    [InlineData("<embed width=300 height=60 src=/velkommen.mp3>")]
    public async Task Controls_that_show_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData($"<iframe title=Film hidden src=\"{Player}?autoplay=1&mute=1\"></iframe>")]
    [InlineData($"<iframe title=Film hidden src=\"{Player}?autoplay=0\"></iframe>")]
    [InlineData($"<iframe title=Film hidden src=\"{Player}\"></iframe>")]
    [InlineData("<iframe title=Kart hidden src=\"/kart?autoplay=1\"></iframe>")]
    [InlineData("<embed hidden autostart=false src=/velkommen.mp3>")]
    [InlineData("<audio autoplay loop src=/velkommen.mp3></audio>")]
    public async Task What_waits_is_muted_or_is_judged_by_axe_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Text("/velkommen.mp3", "", "audio/mpeg").Text("/velkommen.wav", "", "audio/wav").Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new AutoplaySoundCheck()));
    }
}
