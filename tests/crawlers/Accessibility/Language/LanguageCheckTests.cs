using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Language;

/// <summary>The check on pages of our own in real Chromium.</summary>
public sealed class LanguageCheckTests(BrowserFixture browser)
{
    private const string Quote =
        "We had never seen such a long queue in front of the town hall before. People came from every village around, and they stayed until all of them had been heard by the mayor and the members of the council.";

    [Theory]
    [InlineData("nb", Texts.Bokmål)]
    [InlineData("no", Texts.Bokmål)]
    [InlineData("no", Texts.Nynorsk)]
    [InlineData("nn", Texts.Nynorsk)]
    [InlineData("en-US", Texts.English)]
    [InlineData("se", Texts.NorthernSámi)]
    [InlineData("sma", Texts.SouthernSámi)]
    [InlineData("smj", Texts.LuleSámi)]
    [InlineData("pl", Texts.Polish)]
    [InlineData("uk", Texts.Ukrainian)]
    public async Task A_page_in_its_declared_language_passes(string lang, string text) =>
        Assert.Equal((Outcome.Passed, Outcome.Passed), Outcomes(await CheckAsync(lang, $"<main><h1>A</h1><p>{text}</p></main>")));

    [Theory]
    [InlineData("en", Texts.Bokmål, "Norwegian Bokmål")]
    [InlineData("nb", Texts.English, "English")]
    [InlineData("nb", Texts.NorthernSámi, "Northern Sámi")]
    [InlineData("se", Texts.SouthernSámi, "Southern Sámi")]
    [InlineData("de", Texts.Nynorsk, "Norwegian Nynorsk")]
    [InlineData("nb", Texts.Polish, "Polish")]
    [InlineData("no", Texts.Lithuanian, "Lithuanian")]
    [InlineData("en", Texts.French, "French")]
    [InlineData("uk", Texts.Russian, "Russian")]
    public async Task A_page_in_another_language_fails_once_and_says_which(string lang, string text, string name)
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync(lang, $"<main><h1>A</h1><p>{text}</p><p>{text}</p></main>");

        Assert.Equal((Outcome.Failed, Outcome.Passed), Outcomes(seen));
        ElementObservation element = Assert.Single(seen[0].Elements);
        Assert.Equal("html", element.Address.Target);
        Assert.Equal($"The text of the page is in {name}; its language is declared as \"{lang}\".", element.Message);
        Assert.Equal("serious", seen[0].Impact);
    }

    [Theory]
    [InlineData("nb", Texts.Nynorsk)]
    [InlineData("nn", Texts.Bokmål)]
    [InlineData("nb", Texts.Danish)]
    public async Task A_near_relative_of_the_declared_language_is_for_a_person_to_judge(string lang, string text) =>
        Assert.Equal((Outcome.CantTell, Outcome.Passed), Outcomes(await CheckAsync(lang, $"<main><p>{text}</p><p>{text}</p></main>")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("norsk")]
    public async Task A_page_that_declares_nothing_valid_is_for_other_rules(string? lang) =>
        Assert.Equal((Outcome.Inapplicable, Outcome.Inapplicable), Outcomes(await CheckAsync(lang, $"<main><p>{Texts.English}</p></main>")));

    [Fact]
    public async Task Short_texts_and_names_are_left_alone() =>
        Assert.Equal((Outcome.Inapplicable, Outcome.Inapplicable), Outcomes(await CheckAsync("nb",
            $"<main><h1>Welcome to our town</h1><p>Read more here.</p><p>{Texts.Names}</p><ul><li>Department of Health</li><li>Ministry of Education</li></ul></main>")));

    [Fact]
    public async Task An_English_quotation_in_a_Norwegian_page_fails_without_lang()
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><blockquote><p>{Quote}</p></blockquote></main>");

        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(seen));
        ElementObservation element = Assert.Single(seen[1].Elements);
        Assert.Equal("html > body > main > blockquote > p", element.Address.Target);
        Assert.Equal("This text is in English; the language in force for it is \"nb\".", element.Message);
    }

    [Theory]
    [InlineData($"<blockquote lang=\"en\"><p>{Quote}</p></blockquote>")]
    [InlineData($"<p>Hun sa: <span lang=\"en\">{Quote}</span></p>")]
    [InlineData($"<p>Hun sa: <span xml:lang=\"nb\" lang=\"en\">{Quote}</span></p>")]
    public async Task With_lang_it_passes(string quotation) =>
        Assert.Equal((Outcome.Passed, Outcome.Passed), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p>{quotation}</main>")));

    [Fact]
    public async Task A_part_with_the_wrong_lang_of_its_own_fails_where_it_is_declared()
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>Se også <span class=\"a\" lang=\"en\">{Texts.Nynorsk}</span></p></main>");

        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(seen));
        Assert.Equal("html > body > main > p:nth-of-type(2) > span", Assert.Single(seen[1].Elements).Address.Target);
    }

    [Fact]
    public async Task A_short_part_is_doubt() =>
        Assert.Equal((Outcome.Passed, Outcome.CantTell), Outcomes(await CheckAsync("nb",
            $"<main><p>{Texts.Bokmål}</p><p>You can also come to our office and talk with those who work there about what you need.</p></main>")));

    [Fact]
    public async Task A_title_in_a_list_of_literature_is_doubt() =>
        Assert.Equal((Outcome.Passed, Outcome.CantTell), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>Berg (2019): {Quote}</p></main>")));

    [Fact]
    public async Task A_page_half_in_each_language_declares_one_of_them_rightly() =>
        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>{Texts.English}</p></main>")));

    [Fact]
    public async Task Some_text_in_the_declared_language_makes_a_wrong_page_doubtful() =>
        Assert.Equal(Outcome.CantTell, Outcomes(await CheckAsync("nb",
            $"<main><p>{Texts.Bokmål}</p>{string.Concat(Enumerable.Repeat($"<p>{Texts.English}</p>", 4))}</main>")).Page);

    [Fact]
    public async Task Menus_and_footers_do_not_speak_for_the_page() =>
        Assert.Equal(Outcome.Passed, Outcomes(await CheckAsync("nb",
            $"<nav><p>{Texts.English}</p></nav><p>{Texts.Bokmål}</p><footer><p>{Texts.English}</p></footer>")).Page);

    [Theory]
    [InlineData("so", Texts.Somali)]
    [InlineData("ar", Texts.Arabic)]
    [InlineData("fkv", Texts.Kven)]
    public async Task A_page_in_a_language_that_we_do_not_speak_of_is_left_alone(string lang, string text) =>
        Assert.All(await CheckAsync(lang, $"<main><p>{text}</p></main>"), o => Assert.True(o.Outcome is Outcome.Inapplicable or Outcome.Passed));

    [Theory]
    [InlineData(Texts.German, "in German")]
    [InlineData(Texts.Swedish, "in Swedish")]
    [InlineData(Texts.Arabic, "in Arabic script")]
    public async Task A_paragraph_of_another_language_in_a_Norwegian_page_fails(string text, string what)
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>{text}</p></main>");

        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(seen));
        Assert.Equal($"This text is {what}; the language in force for it is \"nb\".", Assert.Single(seen[1].Elements).Message);
    }

    [Fact]
    public async Task A_paragraph_of_Danish_in_a_Norwegian_page_is_left_alone() =>
        Assert.Equal((Outcome.Passed, Outcome.Passed), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>{Texts.Danish}</p></main>")));

    [Theory]
    [InlineData("<p>Hun sa <q lang=\"fr\">wij hebben het boek nog niet gelezen</q> og gikk.</p>", "in Dutch")]
    [InlineData("<blockquote lang=\"fr\"> <p>We have not yet read the book of poems</p> </blockquote>", "in English")]
    [InlineData("<p lang=\"en\">Vi har enda ikke lest boken som du snakker om</p>", "in Norwegian or Danish")]
    [InlineData("<p lang=\"de\">Вы можете прийти и рассказать нам</p>", "in Cyrillic script")]
    public async Task A_sentence_with_a_wrong_lang_of_its_own_fails(string part, string what)
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p>{part}</main>");

        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(seen));
        Assert.StartsWith($"This text is {what};", Assert.Single(seen[1].Elements).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>Hun sa <q lang=\"nl\">wij hebben het boek nog niet gelezen</q> og gikk.</p>")]
    [InlineData("<p>Hun sa <q>wij hebben het boek nog niet gelezen</q>.</p>")]
    [InlineData("<p lang=\"en\">Vi har ikke lest</p>")]
    [InlineData("<div lang=\"en\"><p>We have not yet read the book of poems</p><p>Vi har enda ikke lest den boken</p></div>")]
    [InlineData("<p lang=\"en\">Møter i Oslo, Bergen, Tromsø, Kautokeino og Stavanger</p>")]
    public async Task What_is_right_or_short_or_one_of_several_passes(string part) =>
        Assert.Equal((Outcome.Passed, Outcome.Passed), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p>{part}</main>")));

    [Theory]
    [InlineData($"<p hidden>{Quote}</p>")]
    [InlineData($"<p style=\"display: none\">{Quote}</p>")]
    [InlineData($"<p style=\"visibility: hidden\">{Quote}</p>")]
    [InlineData($"<div aria-hidden=\"true\"><p>{Quote}</p></div>")]
    [InlineData($"<details><summary>Mer</summary><p>{Quote}</p></details>")]
    [InlineData($"<pre><code>{Quote}</code></pre>")]
    [InlineData($"<p translate=\"no\">{Quote}</p>")]
    [InlineData($"<textarea aria-label=\"Svar\">{Quote}</textarea>")]
    [InlineData($"<p lang=\"\">{Quote}</p>")]
    [InlineData($"<script type=\"text/plain\">{Quote}</script>")]
    public async Task What_is_hidden_code_or_not_to_be_translated_is_not_read(string other) =>
        Assert.Equal((Outcome.Passed, Outcome.Passed), Outcomes(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p>{other}</main>")));

    [Fact]
    public async Task Texts_in_shadow_roots_and_frames_are_found_with_their_way()
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"""
            <main><p>{Texts.Bokmål}</p><div id="vert"></div><iframe title="Mer" srcdoc="&lt;html lang=nb>&lt;body>&lt;p>{Quote}"></iframe></main>
            <script>document.getElementById('vert').attachShadow({"{"} mode: 'open' {"}"}).innerHTML = '<section><p>{Quote}</p></section>'</script>
            """);

        Assert.Equal((Outcome.Passed, Outcome.Failed), Outcomes(seen));
        Assert.Equal(["#vert >>> section > p", "html > body > main > iframe >>> html > body > p"], seen[1].Elements.Select(e => e.Address.Target).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_address_leads_to_the_element_it_speaks_of()
    {
        await using TestSite site = await SiteAsync("nb", $"<main><p>{Texts.Bokmål}</p><div class=\"a\"><p>Hei</p><p>{Quote}</p></div><ul><li>{Quote}</ul></main>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        RuleObservation seen = (await RunAsync(page)).Single(o => o.Rule == "part-language");

        Assert.Equal(2, seen.Elements.Count);
        foreach (ElementObservation element in seen.Elements)
            Assert.Equal(Quote, await (await FrameFinder.ElementAsync(page.Page, element.Address))!.InnerTextAsync());
    }

    [Fact]
    public async Task What_is_found_is_recorded_with_its_place_and_without_its_text()
    {
        await using TestSite site = await SiteAsync("nb", $"<main><p>{Texts.Bokmål}</p><blockquote class=\"sitat\">{Quote}</blockquote></main>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        var check = new LanguageCheck();

        IReadOnlyList<RuleResult> results = await new FindingRecorder(page, NoEvidence.Instance)
            .RecordAsync(check, check.Rules, await RunAsync(page), null, TestContext.Current.CancellationToken);

        ElementResult element = Assert.Single(results.Single(r => r.Rule == "part-language").Elements);
        Assert.Equal(("<blockquote class=\"sitat\">", "main"), (element.Snippet, element.Landmark));
        Assert.Equal(26, element.Fingerprint.Length);
    }

    [Fact]
    public async Task Ten_runs_give_the_same()
    {
        await using TestSite site = await SiteAsync("nb", $"<main><p>{Texts.Bokmål}</p><p>{Quote}</p><p>{Texts.German}</p></main>");
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        string first = Told(await RunAsync(page));

        for (int i = 0; i < 9; i++)
            Assert.Equal(first, Told(await RunAsync(page)));
    }

    [Fact]
    public async Task A_page_with_more_text_than_is_read_is_not_clean()
    {
        IReadOnlyList<RuleObservation> seen = await CheckAsync("nb", $"<main>{string.Concat(Enumerable.Repeat($"<p>{Texts.Bokmål}</p>", 1200))}</main>");

        Assert.Equal((Outcome.Untested, Outcome.Untested), Outcomes(seen));
    }

    [Fact]
    public async Task An_answer_that_the_page_tampered_with_judges_nothing() =>
        Assert.Empty(await CheckAsync("nb", $"<main><p>{Texts.Bokmål}</p></main><script>JSON.stringify = () => '[1'</script>"));

    private static string Told(IEnumerable<RuleObservation> seen) =>
        string.Join('\n', seen.Select(o => $"{o.Rule} {o.Outcome} {string.Join(',', o.Elements.Select(e => $"{e.Outcome} {e.Address.Target} {e.Message}"))}"));

    private static (Outcome Page, Outcome Parts) Outcomes(IReadOnlyList<RuleObservation> seen) =>
        (seen.Single(o => o.Rule == "page-language").Outcome, seen.Single(o => o.Rule == "part-language").Outcome);

    private static async Task<IReadOnlyList<RuleObservation>> RunAsync(BrowserPage page)
    {
        var check = new LanguageCheck();
        return await check.RunAsync(new CheckContext(page.Page, check.Rules), TestContext.Current.CancellationToken);
    }

    private async Task<IReadOnlyList<RuleObservation>> CheckAsync(string? lang, [StringSyntax("html")] string body)
    {
        await using TestSite site = await SiteAsync(lang, body);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        return await RunAsync(page);
    }

    private async Task<TestSite> SiteAsync(string? lang, string body)
    {
        TestSite site = await browser.StartSiteAsync();
        string attribute = lang is null ? "" : $" lang=\"{lang}\"";
        return site.Text("/", $"<!DOCTYPE html><html{attribute}><head><meta charset=\"utf-8\"><title>Test</title></head><body>{body}</body></html>", "text/html; charset=utf-8");
    }
}
