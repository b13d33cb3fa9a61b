using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.ImagesOfText;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.ImagesOfText;

public sealed class ImagesOfTextCheckTests(BrowserFixture browser)
{
    private const string Hours = "show(420, 120, ground('#fff'), write('bold 24px \"DejaVu Sans\"', '#123a5a', ['Åpningstider i jula', '23. desember: 10–14', '27. desember: 9–15']))";
    private const string Word = "show(140, 40, ground('#0b4a8f'), write('bold 22px \"DejaVu Sans\"', '#fff', ['Kontakt']))";
    private const string Svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='240' height='40' viewBox='0 0 240 40'%3E";

    [Theory]
    [InlineData(Hours, "3 lines")]
    [InlineData("show(260, 50, ground('#0b4a8f'), write('bold 24px \"Liberation Sans\"', '#fff', ['Apply for a grant']))", "a line")]
    [InlineData("show(420, 50, ground('#fff'), write('italic 24px \"Liberation Serif\"', '#777', ['Velkommen til servicetorget']))", "a line")]
    [InlineData("show(420, 50, write('24px \"DejaVu Serif\"', '#fff', ['Velkommen til biblioteket']))", "a line")]
    [InlineData("show(420, 50, ground('#2a7ac0', '#0b3a6f'), write('bold 22px \"DejaVu Sans\"', '#fff', ['Bestill time hos legen']))", "a line")]
    [InlineData("show(420, 50, ground('#fff', '#eec', '#ddb'), write('22px \"Liberation Mono\"', '#500', ['Fristen er 14. mars 2026']))", "a line")]
    [InlineData("show(520, 60, ground('#fff'), write('13px \"DejaVu Sans\"', '#000', ['Søknader som kommer etter fristen, blir ikke behandlet.', 'Du kan søke på nytt når neste runde åpner til høsten.']))", "2 lines")]
    public async Task A_picture_of_lines_of_text_is_for_a_person_to_look_at(string show, string lines)
    {
        RuleObservation rule = await ObserveAsync(DrawnPicture.Body(show));

        Assert.Equal(Outcome.CantTell, rule.Outcome);
        Assert.Equal($"The picture looks like {lines} of text, and its alternative is \"Om oss\".", Assert.Single(rule.Elements).Message);
    }

    [Theory]
    [InlineData("<input type=image class=drawn alt='Åpningstider'>")]
    [InlineData("<div class=logout><img class=drawn alt=''></div>")]
    [InlineData("<div id=shown style='width:420px;height:120px'></div><img class=drawn hidden alt=''><script>onload = () => { shown.style.background = `url(${document.images[0].src})`; }</script>")]
    [InlineData("<object id=shown width=420 height=120 type=image/png></object><img class=drawn hidden alt=''><script>document.addEventListener('DOMContentLoaded', () => { shown.data = document.images[0].src; })</script>")]
    public async Task Any_way_to_show_a_picture_counts([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(DrawnPicture.Body(Hours, body))).Outcome);

    [Theory]
    [InlineData("<text x='4' y='26' font-size='20'>WCAG Rocks</text>", Outcome.CantTell)]
    [InlineData("<rect width='240' height='40' fill='navy'/><text x='4' y='26' fill='white'>Les mer her</text>", Outcome.CantTell)]
    [InlineData("<text x='4' y='26' font-size='20'>Nordvik</text>", Outcome.Passed)]
    [InlineData("<text x='4' y='26' font-size='20'>A B</text>", Outcome.Passed)]
    [InlineData("<defs><text id='t' x='4' y='26'>WCAG Rocks</text></defs><circle cx='20' cy='20' r='10'/>", Outcome.Passed)]
    [InlineData("<path d='M0 40V20h20v20zM30 40V5h20v35zM60 40V12h20v28z'/><circle cx='120' cy='20' r='18'/>", Outcome.Passed)]
    public async Task A_drawing_is_read_by_the_text_in_its_source(string drawing, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync($"<img alt='Om oss' src=\"{Svg}{drawing.Replace("<", "%3C", StringComparison.Ordinal)}%3C/svg>\">")).Outcome);

    [Theory]
    [InlineData("show(400, 260, photo)")]
    [InlineData("show(320, 180, bars)")]
    [InlineData("show(194, 194, code)")]
    [InlineData("show(400, 40, icons)")]
    [InlineData("show(96, 96, face)")]
    [InlineData("show(240, 44, stars)")]
    [InlineData("show(64, 64, ground('#7a4'), write('bold 28px \"DejaVu Sans\"', '#fff', ['KN']))")]
    [InlineData("show(400, 260, photo, write('bold 28px \"DejaVu Sans\"', '#fff', ['Sommer i fjæra']))")]
    [InlineData(Word)]
    public async Task Photographs_charts_codes_icons_and_single_words_are_not_reported(string show) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(DrawnPicture.Body(show))).Outcome);

    [Theory]
    [InlineData("<a href=/kontakt-oss><img class=drawn alt=Kontakt></a>", Outcome.CantTell)]
    [InlineData("<button><img class=drawn alt=Kontakt></button>", Outcome.CantTell)]
    [InlineData("<a href=/><img class=drawn alt=Kontakt></a>", Outcome.Passed)]
    [InlineData("<a href=https://kontakt.example/om><img class=drawn alt=Kontakt></a>", Outcome.Passed)]
    public async Task A_single_word_counts_on_a_control([StringSyntax("html")] string body, Outcome outcome) =>
        Assert.Equal(outcome, (await ObserveAsync(DrawnPicture.Body(Word, body))).Outcome);

    [Theory]
    [InlineData("<img class=drawn alt='Nordviks logo'>")]
    [InlineData("<a class=navbar-brand href=/><img class=drawn alt=Nordvik></a>")]
    [InlineData("<img class=drawn alt='Kommunevåpen for Nordvik'>")]
    [InlineData("<img class=drawn alt='The word Ivanhoe written in old medieval letters'>")]
    [InlineData("<img class=drawn alt='Skjermbilde av søknaden'>")]
    [InlineData("<figure><img class=drawn alt=Plakat><figcaption>Plakaten fra 1952</figcaption></figure>")]
    [InlineData("<img class=drawn alt=Tallene><table><tr><td>1</td></tr></table>")]
    [InlineData("<div class=leaflet-container><img class=drawn alt=''></div>")]
    [InlineData("<img class=drawn alt='' hidden>")]
    [InlineData("<img class=drawn alt='' style='opacity:0'>")]
    [InlineData("<img class=drawn alt='' width=42 height=12>")]
    public async Task What_is_essential_or_not_to_be_read_is_left_alone([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(DrawnPicture.Body(Hours, body))).Outcome);

    [Fact]
    public async Task A_picture_in_a_frame_is_found_and_one_from_elsewhere_left_alone()
    {
        await using TestSite site = await browser.StartSiteAsync();
        await using TestSite other = await browser.StartSiteAsync();
        other.Text("/hours.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='240' height='40'><text x='4' y='26'>Open all week</text></svg>", "image/svg+xml");
        site.Html("/frame", DrawnPicture.Body(Hours));
        site.Html("/", $"<img src={other.Url("/hours.svg")} alt=Hours><iframe title=Hours src=/frame width=500 height=200></iframe>");

        RuleObservation rule = Assert.Single(await browser.ObserveAsync(site.Url("/"), new ImagesOfTextCheck()));

        Assert.Equal(2, Assert.Single(rule.Elements).Address.Frames.Count);
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new ImagesOfTextCheck()));
    }
}
