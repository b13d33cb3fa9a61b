using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.DeviceMotion;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.DeviceMotion;

public sealed class DeviceMotionCheckTests(BrowserFixture browser)
{
    private const string Tilt = "<script>addEventListener('deviceorientation', (e) => { if (e.gamma > 20) side.textContent = 'Andre kapittel' })</script>";
    private const string Shake = "<script>addEventListener('devicemotion', (e) => { if (e.acceleration.x > 15) side.textContent = 'Andre kapittel' })</script>";

    [Theory]
    [InlineData("<p id=side>Første kapittel</p>" + Tilt)]
    [InlineData("<p id=side>Første kapittel</p>" + Shake)]
    [InlineData("<p id=side>Første kapittel</p><button type=button>Neste</button><input type=range disabled>" + Tilt)]
    public async Task Text_that_changes_with_the_device_and_nothing_else_to_act_on_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("#side", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<p id=side>Første kapittel</p><button onclick=\"side.textContent = 1\">Neste</button>" + Tilt)]
    [InlineData("<p id=kurs>Kurs: 0</p><script>addEventListener('deviceorientation', (e) => { kurs.textContent = `Kurs: ${Math.round(e.alpha)}` })</script>")]
    [InlineData("<p id=side style=\"position:relative\">Tekst</p><script>addEventListener('deviceorientation', (e) => { side.style.left = `${e.gamma}px` })</script>")]
    public async Task What_may_be_done_otherwise_or_be_the_point_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<p>Tekst</p>")]
    [InlineData("<p>Tekst</p><script>let n = 0; addEventListener('deviceorientation', () => { n++ })</script>")]
    [InlineData("<p id=side>Første kapittel</p><script>side.addEventListener('click', () => { side.textContent = 'Andre kapittel' })</script>")]
    [InlineData("<p id=tid>0</p><script>let n = 0; addEventListener('devicemotion', () => 1); setInterval(() => { tid.textContent = n++ }, 20)</script>")]
    public async Task Pages_that_the_device_does_not_change_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new DeviceMotionCheck()));
    }
}
