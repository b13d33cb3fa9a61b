using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Media;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Media;

public sealed class MediaCheckTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("<video controls src=/sound.webm></video>")]
    [InlineData("<video autoplay src=/sound.webm></video>")]
    [InlineData("<video controls preload=none src=/sound.webm></video>")]
    [InlineData("<video controls src=/sound.webm><track kind=captions srclang=nb src=/t.vtt></video>")]
    public async Task A_film_with_sound_and_no_word_of_description_is_for_a_person_to_judge([StringSyntax("html")] string video)
    {
        await using TestSite site = (await browser.StartSiteAsync()).WithRecordings();
        site.Html("/", $"<main><h1>Badesesongen</h1>{video}<p>Sesongen åpner i juni.</p></main>");

        IReadOnlyList<RuleResult> results = await browser.AuditAsync(site.Url("/"), new MediaCheck());

        Assert.Equal(Outcome.CantTell, results.Single(r => r.Rule == "video-alternative").Outcome);
        RuleResult rule = results.Single(r => r.Rule == "video-description");
        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal("serious", rule.Impact);
        ElementResult element = Assert.Single(rule.Elements);
        Assert.Equal("body > main > video", element.Target);
        Assert.StartsWith("<video ", element.Snippet, StringComparison.Ordinal);
        Assert.Equal("main", element.Landmark);
    }

    [Theory]
    [InlineData("<video controls src=/sound.webm><track kind=descriptions src=/d.vtt></video>")]
    [InlineData("<video controls src=/sound.webm></video><script>document.querySelector('video').addTextTrack('descriptions')</script>")]
    [InlineData("<figure><video controls src=/sound.webm></video><a href=/syn>Filmen med synstolking</a></figure>")]
    public async Task A_film_with_descriptions_passes([StringSyntax("html")] string video)
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync(video);

        Assert.Equal(Outcome.Passed, Of(results, "video-alternative").Outcome);
        Assert.Equal(Outcome.Passed, Of(results, "video-description").Outcome);
        Assert.Equal(Outcome.Inapplicable, Of(results, "media-transcript").Outcome);
    }

    [Fact]
    public async Task A_transcript_is_an_alternative_but_no_description()
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync("<section><video controls src=/sound.webm></video><p><a href=/tekst>Transkripsjon av filmen</a></p></section>");

        Assert.Equal(Outcome.Passed, Of(results, "video-alternative").Outcome);
        Assert.Equal(Outcome.CantTell, Of(results, "video-description").Outcome);
    }

    [Theory]
    [InlineData("<video controls src=/silent.webm></video>", Outcome.CantTell)]
    [InlineData("<video autoplay muted loop src=/sound.webm></video>", Outcome.CantTell)]
    [InlineData("<audio controls src=/sound.webm></audio>", Outcome.CantTell)]
    [InlineData("<audio autoplay src=/sound.webm></audio>", Outcome.CantTell)]
    [InlineData("<video controls aria-describedby=b src=/silent.webm></video><p id=b>En ferge legger til kai.</p>", Outcome.Passed)]
    [InlineData("<div><audio controls src=/sound.webm></audio><details><summary>Les som tekst</summary>Velkommen.</details></div>", Outcome.Passed)]
    [InlineData("<div><audio controls src=/sound.webm></audio><a href=/t>Transcript</a></div>", Outcome.Passed)]
    [InlineData("<video controls preload=none src=/silent.webm></video>", Outcome.Untested)]
    [InlineData("<video controls src=/sound.webm></video>", Outcome.Inapplicable)]
    [InlineData("<video autoplay muted aria-hidden=true src=/silent.webm></video>", Outcome.Inapplicable)]
    [InlineData("<video controls hidden src=/silent.webm></video>", Outcome.Inapplicable)]
    [InlineData("<video controls></video><audio controls></audio>", Outcome.Inapplicable)]
    public async Task What_can_only_be_seen_or_only_be_heard_needs_a_text_close_by([StringSyntax("html")] string media, Outcome expected)
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync(media);

        Assert.Equal(expected, Of(results, "media-transcript").Outcome);
    }

    [Fact]
    public async Task A_transcript_of_the_neighbour_is_none_of_ours()
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync("""
            <main><div><audio controls src="/sound.webm"></audio><a href="/t">Transkripsjon</a></div><div><audio controls src="/sound.webm" class="andre"></audio></div></main>
            """);

        ElementObservation element = Assert.Single(Of(results, "media-transcript").Elements);
        Assert.Contains("andre", element.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.youtube.com/embed/abc", "Om barnehagen", Outcome.CantTell)]
    [InlineData("https://player.vimeo.com/video/1", "Om barnehagen", Outcome.CantTell)]
    [InlineData("/spiller", "Video om barnehagen", Outcome.CantTell)]
    [InlineData("https://www.youtube.com/about", "Om tjenesten", Outcome.Inapplicable)]
    [InlineData("/kart", "Kart over barnehager", Outcome.Inapplicable)]
    public async Task An_embedded_player_is_for_a_person_to_play(string source, string title, Outcome expected)
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync($"<iframe src=\"{source}\" title=\"{title}\"></iframe>");

        Assert.Equal(expected, Of(results, "player-captions").Outcome);
    }

    [Fact]
    public async Task A_video_inside_a_player_is_judged_itself_and_not_twice()
    {
        await using TestSite other = (await browser.StartSiteAsync()).WithRecordings();
        other.Html("/spiller", "<video controls src=/sound.webm></video>");

        IReadOnlyList<RuleObservation> results = await ObserveAsync($"<iframe src=\"{other.Url("/spiller")}\" title=\"Video om barnehagen\"></iframe>");

        Assert.Equal(Outcome.Inapplicable, Of(results, "player-captions").Outcome);
        Assert.Equal("body > iframe >>> body > video", Assert.Single(Of(results, "video-description").Elements).Address.Target);
    }

    [Fact]
    public async Task A_page_without_media_has_nothing_to_judge()
    {
        IReadOnlyList<RuleObservation> results = await ObserveAsync("<main><h1>Hei</h1></main>");

        Assert.Equal(4, results.Count);
        Assert.All(results, r => Assert.Equal(Outcome.Inapplicable, r.Outcome));
    }

    private static RuleObservation Of(IReadOnlyList<RuleObservation> results, string rule) => results.Single(r => r.Rule == rule);

    private async Task<IReadOnlyList<RuleObservation>> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = (await browser.StartSiteAsync()).WithRecordings();
        site.Html("/", body);
        return await browser.ObserveAsync(site.Url("/"), new MediaCheck());
    }
}
