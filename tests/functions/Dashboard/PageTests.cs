using System.Net;
using System.Text.RegularExpressions;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Every page in every language, over HTTP.</summary>
public sealed partial class PageTests(SharedWorld shared) : IClassFixture<SharedWorld>
{
    [Theory]
    [MemberData(nameof(DashboardPages.NamesInEachLanguage), MemberType = typeof(DashboardPages))]
    public async Task Every_page_is_shown_in_every_language(string name, Language language)
    {
        (HttpResponseMessage response, string html) = await shared.GetAsync(DashboardPages.Find(name), language);

        Assert.Equal((HttpStatusCode)DashboardPages.Find(name).Status, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language.Code()}\"", html, StringComparison.Ordinal);
        Assert.Single(Heading().Matches(html));
        Assert.EndsWith(" – Monitor", Title().Match(html).Groups[1].Value, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public async Task The_language_switch_keeps_the_page(string name)
    {
        DashboardPage page = DashboardPages.Find(name);
        (_, string html) = await shared.GetAsync(page, Language.Nb);

        foreach (Language language in Languages.All)
        {
            string path = WebUtility.HtmlEncode(page.Path(shared.World, new Paths(language)));
            Assert.Contains($"hreflang=\"{language.Code()}\" href=\"http://127.0.0.1:7071{path}\"", html, StringComparison.Ordinal);
            Assert.Contains($"<a href=\"{path}\" lang=\"{language.Code()}\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public async Task Nothing_of_a_site_becomes_markup_and_no_page_needs_a_script(string name)
    {
        (HttpResponseMessage response, string html) = await shared.GetAsync(DashboardPages.Find(name), Language.Nb);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>Se her", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch(InlineCode(), html);
        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Nb, "Vises etter klikk på")]
    [InlineData(Language.Nn, "Syner etter klikk på")]
    [InlineData(Language.En, "Shows after a click on")]
    public async Task A_finding_says_what_to_click_to_see_it(Language language, string words)
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("finding"), language);

        Assert.Contains($"<dt>{words}</dt><dd>Avvis alle → ", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(DashboardPages.Names), MemberType = typeof(DashboardPages))]
    public async Task No_page_says_that_something_conforms(string name)
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find(name), Language.Nb);

        Assert.DoesNotContain("samsvar", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_a_site_says_is_shown_as_text()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("finding"), Language.Nb);

        Assert.Contains("&lt;img src=&quot;x.png&quot; onerror=&quot;alert(1)&quot;&gt;", html, StringComparison.Ordinal);
        Assert.Contains("javascript:alert(1)", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_not_measured_is_said_with_the_reason()
    {
        (_, string scan) = await shared.GetAsync(DashboardPages.Find("scan"), Language.Nb);
        (_, string failed) = await shared.GetAsync(DashboardPages.Find("scan-failed"), Language.Nb);
        (_, string unmeasured) = await shared.GetAsync(DashboardPages.Find("solution-unmeasured"), Language.Nb);

        Assert.Contains("ikke svar i tide", scan, StringComparison.Ordinal);
        Assert.Contains("årsak: brandNewCode", WebUtility.HtmlDecode(scan), StringComparison.Ordinal);
        Assert.Contains("robots.txt kunne ikke hentes", failed, StringComparison.Ordinal);
        Assert.Contains("ikke målt ennå, så vi vet ingenting om funn", WebUtility.HtmlDecode(unmeasured), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Nb, "Testes aldri maskinelt.", "En testregel kjørte ikke på alt.", "punkt 9.3.3.4")]
    [InlineData(Language.Nn, "Blir aldri testa maskinelt.", "Ein testregel køyrde ikkje på alt.", "punkt 9.3.3.4")]
    [InlineData(Language.En, "Never tested by machine.", "A test rule did not run on all of it.", "clause 9.3.3.4")]
    public async Task A_criterion_that_was_not_tested_is_shown_with_why(Language language, string never, string notRun, string clause)
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("scan"), language);

        html = WebUtility.HtmlDecode(html);
        Assert.Contains($"{never} {RegulationCatalogue.FindGap("3.3.4")!.Why.In(language)}", html, StringComparison.Ordinal);
        Assert.Contains(notRun, html, StringComparison.Ordinal);
        Assert.Contains(clause, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.Nb, "innen 1. januar 2021")]
    [InlineData(Language.Nn, "innan 1. januar 2021")]
    [InlineData(Language.En, "by 1 January 2021")]
    public async Task The_circulars_dates_are_shown_with_the_obligation(Language language, string deadline)
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("compliance"), language);

        Assert.Contains(deadline, WebUtility.HtmlDecode(html), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failures_and_possible_failures_stand_apart()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("scan"), Language.En);

        int failures = html.IndexOf("id=\"failed\"", StringComparison.Ordinal), possible = html.IndexOf("id=\"cant-tell\"", StringComparison.Ordinal);
        Assert.InRange(html.IndexOf("<code>image-alt</code>", StringComparison.Ordinal), failures, possible);
        Assert.True(html.IndexOf("<code>color-contrast</code>", StringComparison.Ordinal) > possible);
    }

    [Fact]
    public async Task Figures_have_their_denominators()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("overview"), Language.Nb);

        Assert.Contains("av 2 registrerte; 1 er ikke målt", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("på 28 av 30 sider i utvalgene", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Contains("24. november 2026 kl. 13.00", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_say_in_words_what_is_decided()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("tasks"), Language.Nb);
        string text = WebUtility.HtmlDecode(html);

        Assert.Contains("Mer enn halvparten av funnene er nye", text, StringComparison.Ordinal);
        Assert.Contains("Feil i testen", text, StringComparison.Ordinal);
        Assert.Contains("1. januar 2027", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_lists_are_paged()
    {
        (_, string html) = await shared.GetAsync(DashboardPages.Find("solution-group"), Language.Nb);

        Assert.Contains("Side 2 av 2", html, StringComparison.Ordinal);
        Assert.Contains("rel=\"prev\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("<h1[ >]")]
    private static partial Regex Heading();

    [GeneratedRegex("<title>(.*?)</title>", RegexOptions.Singleline)]
    private static partial Regex Title();

    // Event handlers and style attributes in tags of ours; what comes from sites has its quotes encoded.
    [GeneratedRegex("<[a-z][^<>]*\\s(on[a-z]+|style)\\s*=", RegexOptions.IgnoreCase)]
    private static partial Regex InlineCode();
}
