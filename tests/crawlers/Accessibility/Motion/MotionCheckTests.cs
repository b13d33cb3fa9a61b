using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Motion;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Motion;

public sealed class MotionCheckTests(BrowserFixture browser)
{
    private const string Slide = "<style>@keyframes s{to{transform:translateX(200px)}}@keyframes b{50%{opacity:0}}@keyframes c{to{color:red}}.s{animation:s 2s infinite;width:80px;height:40px;background:#060}</style>";
    private const string Tick = "<script>setInterval(() => { tall.textContent = `Kurs ${Math.random()}` }, 1000)</script>";

    [Theory]
    [InlineData(Slide + "<p>Tekst</p><div class=s>Nyhet</div>")]
    [InlineData(Slide + "<p>Tekst</p><div style=\"animation:b 1s infinite;width:80px;height:40px\">Nyhet</div><button>Meny</button><button aria-label=Søk></button>")]
    [InlineData(Slide + "<p>Tekst</p><div class=s style=\"animation:s 12s\">Nyhet</div>")]
    [InlineData("<p>Tekst</p><p id=tall>1</p>" + Tick)]
    public async Task What_goes_on_without_any_control_fails([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Single(rule.Elements);
    }

    [Theory]
    [InlineData(Slide + "<p>Tekst</p><div class=s>Nyhet</div><button>Neste</button>")]
    [InlineData(Slide + "<p>Tekst</p><div class=s style=\"width:12px;height:12px\"></div>")]
    [InlineData(Slide + "<p>Tekst</p><p style=\"animation:c 1s infinite\">Nyhet</p>")]
    [InlineData("<p>Tekst</p><div class=\"carousel\" data-bs-ride=carousel style=\"width:300px\"><p class=carousel-item>A<p class=carousel-item>B<p class=carousel-item>C</div>")]
    [InlineData("<p>Tekst</p><svg width=90 height=90><rect width=40 height=40><animate attributeName=x to=50 dur=1s repeatCount=indefinite /></rect></svg>")]
    [InlineData("<p>Tekst</p><img src=/evig.gif alt=Logo width=40 height=40>")]
    [InlineData("<p>Tekst</p><p>Frist om <span id=tall>1</span></p><script>let s=59;setInterval(() => { tall.textContent = `00:${s--}` }, 700)</script>")]
    [InlineData("<p>Tekst</p><p id=tall>59</p><script>setInterval(() => { tall.textContent-- }, 1000)</script>")]
    [InlineData("<p>Tekst</p><div class=countdown><b id=tall>1</b></div>" + Tick)]
    public async Task What_may_be_stopped_or_needed_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData(Slide + "<p>Tekst</p><div class=s>Nyhet</div><button>Sett animasjonen på pause</button>")]
    [InlineData("<p>Tekst</p><p id=tall>1</p><button>Stopp oppdateringer</button>" + Tick)]
    public async Task A_control_that_says_so_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<p>Tekst</p>")]
    [InlineData(Slide + "<p>Tekst</p><div class=\"s spinner\"></div>")]
    [InlineData(Slide + "<p>Tekst</p><div aria-busy=true><div class=s></div></div>")]
    [InlineData(Slide + "<p>Tekst</p><div class=s style=\"width:4px;height:4px\"></div>")]
    [InlineData(Slide + "<p>Tekst</p><div class=s style=\"animation-iteration-count:1\">Nyhet</div>")]
    [InlineData(Slide + "<p>Tekst</p><div class=s style=\"animation-play-state:paused\">Nyhet</div>")]
    [InlineData(Slide + "<p>Tekst</p><div hidden><div class=s>Nyhet</div></div>")]
    [InlineData(Slide + "<style>@media (prefers-reduced-motion: reduce) { .s { animation: none } }</style><p>Tekst</p><div class=s>Nyhet</div>")]
    [InlineData(Slide + "<div class=s>Nyhet</div>")]
    [InlineData("<p>Tekst</p><div class=\"carousel\" data-bs-ride=carousel data-bs-interval=false style=\"width:300px\"><p class=carousel-item>A<p class=carousel-item>B<p class=carousel-item>C</div>")]
    [InlineData("<p>Tekst</p><img src=/en-gang.gif alt=Logo width=40 height=40>")]
    [InlineData("<p>Tekst</p><p id=tall>1</p><script>setInterval(() => { window.telt = 1 }, 100)</script>")]
    public async Task Rest_and_signs_of_loading_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task Frames_are_watched_and_never_fail_since_the_page_around_may_stop_them()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/inne", "<p>Tekst</p><p id=tall>1</p>" + Tick).Html("/", "<p>Utenfor</p><iframe title=A src=/inne></iframe><iframe title=B src=/inne></iframe>");

        RuleObservation rule = Assert.Single(await browser.ObserveAsync(site.Url("/"), new MotionCheck()));

        Assert.Equal([Outcome.CantTell, Outcome.CantTell], rule.Elements.Select(e => e.Outcome));
    }

    [Fact]
    public async Task A_frame_out_of_view_that_gets_no_pictures_does_not_keep_the_page_waiting()
    {
        await using TestSite other = await browser.StartSiteAsync();
        other.Html("/inne", "<p>Tekst</p><p id=tall>1</p>" + Tick);
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<p style=\"height:5000px\">Utenfor</p><iframe title=A src=\"{other.Url("/inne")}\"></iframe>");

        RuleObservation rule = Assert.Single(await browser.ObserveAsync(site.Url("/"), new MotionCheck()));

        Assert.Equal(Outcome.CantTell, rule.Outcome);
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/evig.gif", Pictures.Answer(Pictures.Gif(repeats: 0, centiseconds: 20))).On("/en-gang.gif", Pictures.Answer(Pictures.Gif(repeats: null, centiseconds: 20)));
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new MotionCheck()));
    }
}
