using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.AutoplaySound;
using Monitor.Crawlers.Tests.Accessibility.Media;
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
    [InlineData("<audio autoplay controls src=/four.wav></audio>")]
    [InlineData("<video autoplay controls width=300 height=100 src=/four.wav></video>")]
    public async Task Controls_that_show_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData($"<iframe title=Film hidden src=\"{Player}?autoplay=1&mute=1\"></iframe>")]
    [InlineData($"<iframe title=Film hidden src=\"{Player}?autoplay=0\"></iframe>")]
    [InlineData($"<iframe title=Film hidden src=\"{Player}\"></iframe>")]
    [InlineData("<iframe title=Kart hidden src=\"/kart?autoplay=1\"></iframe>")]
    [InlineData("<embed hidden autostart=false src=/velkommen.mp3>")]
    [InlineData("<audio src=/four.wav></audio>")]
    [InlineData("<audio autoplay></audio>")]
    [InlineData("<audio autoplay muted src=/four.wav></audio>")]
    [InlineData("<audio autoplay src=/four.wav></audio><script>document.querySelector('audio').muted = true;</script>")]
    public async Task What_waits_is_muted_or_has_no_source_is_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<audio autoplay src=/four.wav></audio>")]
    [InlineData("<video autoplay src=/four.wav></video>")]
    [InlineData("<audio src=/four.wav></audio><script>document.querySelector('audio').autoplay = true;</script>")]
    [InlineData("<audio autoplay loop src=/two.wav></audio>")]
    [InlineData("<video autoplay loop src=/sound.webm></video>")]
    [InlineData("<audio autoplay controls style=display:none src=/four.wav></audio>")]
    [InlineData("<div><template shadowrootmode=open><audio autoplay src=/four.wav></audio></template></div>")]
    [InlineData("<audio autoplay src=/four.wav></audio><button hidden>Stopp</button><button disabled>Pause</button>")]
    [InlineData("<audio autoplay src=/four.wav></audio><button></button>")]
    [InlineData("<audio autoplay src=/four.wav></audio><div aria-hidden=true><button>Stopp</button></div>")]
    public async Task Sound_of_more_than_three_seconds_on_a_page_without_any_control_fails([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Failed, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task A_failure_says_how_long_it_sounds()
    {
        RuleObservation observation = await ObserveAsync("<audio autoplay src=/four.wav></audio>");

        Assert.Equal("It starts by itself and sounds for 4 s, and nothing on the page stops it.", Assert.Single(observation.Elements).Message);
    }

    [Theory]
    [InlineData("<audio autoplay src=/two.wav></audio>")]
    [InlineData("<audio autoplay src=/trailing.wav></audio>")]
    [InlineData("<audio autoplay src=/silence.wav></audio>")]
    [InlineData("<audio autoplay loop src=/silence.wav></audio>")]
    [InlineData("<video autoplay loop src=/silent.webm></video>")]
    [InlineData("<audio autoplay src=\"/four.wav#t=1,3\"></audio>")]
    [InlineData("<audio autoplay src=/four.wav></audio><script>document.querySelector('audio').volume = 0;</script>")]
    public async Task Three_seconds_of_sound_or_less_pass([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<button>Stopp lyden</button>")]
    [InlineData("<button aria-label=\"Slå av lyd\">x</button>")]
    [InlineData("<a href=#>Stans musikken</a>")]
    [InlineData("<input type=button value=Mute>")]
    [InlineData("<span role=button tabindex=0>Spel av</span>")]
    [InlineData("<label>Volum <input type=range></label>")]
    [InlineData("<div><template shadowrootmode=open><button>Pause</button></template></div>")]
    public async Task A_control_that_says_it_stops_sound_passes([StringSyntax("html")] string control) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync($"<audio autoplay src=/four.wav></audio>{control}")).Outcome);

    [Theory]
    [InlineData("<button>Meny</button>")]
    [InlineData("<button style='background-image: url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)'></button>")]
    [InlineData("<a href=/>Stoppested</a>")]
    [InlineData("<span role=button style=cursor:pointer>Stopp</span>")]
    [InlineData("<canvas></canvas>")]
    [InlineData("<iframe title=Lyd srcdoc=Lyd></iframe>")]
    public async Task Something_that_might_stop_it_is_for_a_person_to_judge([StringSyntax("html")] string control) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync($"<audio autoplay src=/four.wav></audio>{control}")).Outcome);

    [Theory]
    [InlineData("<audio autoplay src=/velkommen.mp3></audio>")]
    [InlineData("<audio autoplay src=/missing.wav></audio>")]
    [InlineData("<audio autoplay src=/faint.wav></audio>")]
    [InlineData("<audio autoplay loop src=\"/four.wav#t=1,3\"></audio>")]
    [InlineData("<iframe title=Lyd srcdoc=\"<audio autoplay src=/four.wav></audio>\"></iframe>")]
    public async Task What_cannot_be_measured_or_is_open_is_for_a_person_to_judge([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task No_more_than_four_are_fetched()
    {
        RuleObservation observation = await ObserveAsync(string.Concat(Enumerable.Repeat("<audio autoplay src=/four.wav></audio>", 5)));

        Assert.Equal(4, observation.Elements.Count(e => e.Outcome == Outcome.Failed));
        Assert.Equal(1, observation.Elements.Count(e => e.Outcome == Outcome.CantTell));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.WithRecordings().Text("/velkommen.mp3", "", "audio/mpeg").Text("/velkommen.wav", "", "audio/wav").Html("/", body);
        foreach ((string path, byte[] wave) in new[]
        {
            ("/four.wav", Wave.Of(4)),
            ("/two.wav", Wave.Of(2)),
            ("/trailing.wav", Wave.Of(2, silence: 5)),
            ("/silence.wav", Wave.Of(0, silence: 5)),
            ("/faint.wav", Wave.Of(5, amplitude: 0.003)),
        })
        {
            site.On(path, context =>
            {
                context.Response.ContentType = "audio/wav";
                context.Response.ContentLength = wave.Length;
                return context.Response.Body.WriteAsync(wave, context.RequestAborted).AsTask();
            });
        }
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new AutoplaySoundCheck()));
    }
}
