using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>What a fingerprint is made of: the template, and nothing that changes from page to page or load to load.</summary>
public sealed class TemplatePathTests(BrowserFixture browser)
{
    [Theory]
    // Positions.
    [InlineData("<main><p><img></p></main>", "<main><h1>Hei</h1><p>Tekst</p><p>Mer <b>tekst</b> <img></p></main>")]
    [InlineData("<main><ul><li class='item-1 first'><img></ul></main>", "<main><ul><li><br><li class='item-17 last odd'><img></ul></main>")]
    // Generated ids and classes.
    [InlineData("<main><div id='ember123'><img></div></main>", "<main><div id='ember978'><img></div></main>")]
    [InlineData("<main><div id=':r1:'><img></div></main>", "<main><div id='550e8400-e29b-41d4-a716-446655440000'><img></div></main>")]
    [InlineData("<main><div class='css-1x2y3z kort'><img></div></main>", "<main><div class='kort css-9k8j7h'><img></div></main>")]
    [InlineData("<main><div class='Kort_rot__3kd9s'><img></div></main>", "<main><div class='Kort_rot__a8f2q'><img></div></main>")]
    [InlineData("<main><div class='sc-bdVaJa fUqJrR kort'><img></div></main>", "<main><div class='sc-kTzPWq gZLbQy kort'><img></div></main>")]
    [InlineData("<main><div class='node-4711 kort'><img></div></main>", "<main><div class='node-815 kort'><img></div></main>")]
    // Ids made from headings.
    [InlineData("<main><section id='installasjon'><h2>Installasjon</h2><img></section></main>", "<main><section id='oppsett'><h2>Oppsett</h2><img></section></main>")]
    // Text, addresses and states.
    [InlineData("<main><a href='/a?x=1' class='lenke active' aria-current='page'><img src='/1.png' title='En'></a></main>", "<main><a href='/b' class='lenke'><img src='/2.png' title='To'></a></main>")]
    [InlineData("<main><button aria-expanded='false' data-id='9'><img></button></main>", "<main><button aria-expanded='true' data-id='12'><img></button></main>")]
    [InlineData("<body class='page-forside'><main><img></main>", "<body class='page-kontakt'><main><img></main>")]
    // The order in which classes are written, and utilities of style.
    [InlineData("<main><div class='b a mt-4 md:flex'><img></div></main>", "<main><div class='a b p-2 text-center'><img></div></main>")]
    // What is around the landmark.
    [InlineData("<div class='ytre'><main><img></main></div>", "<main><img></main>")]
    public async Task What_varies_changes_nothing([StringSyntax("html")] string one, [StringSyntax("html")] string other) =>
        Assert.Equal(await PathAsync(one, "img"), await PathAsync(other, "img"));

    [Theory]
    [InlineData("<main><p><img></p></main>", "<main><figure><img></figure></main>")]
    [InlineData("<main><p><img></p></main>", "<nav><p><img></p></nav>")]
    [InlineData("<main><div class='kort'><img></div></main>", "<main><div class='karusell'><img></div></main>")]
    [InlineData("<main><div role='list'><img></div></main>", "<main><div role='tablist'><img></div></main>")]
    [InlineData("<main><div id='search-results'><img></div></main>", "<main><div id='sidebar'><img></div></main>")]
    [InlineData("<main><img></main>", "<main><img aria-label=''></main>")]
    public async Task Another_template_is_another_path([StringSyntax("html")] string one, [StringSyntax("html")] string other) =>
        Assert.NotEqual(await PathAsync(one, "img"), await PathAsync(other, "img"));

    [Fact]
    public async Task Fields_of_one_form_are_told_apart_by_name_and_type()
    {
        const string form = "<main><form><input name='epost' type='email'><input name='navn'><input name='felt_48151623'></form></main>";

        string[] paths = await PathsAsync(form, "[name=epost]", "[name=navn]", "[name=felt_48151623]");

        Assert.Equal(["main > form > input[type=email][name=epost]", "main > form > input[name=navn]", "main > form > input[name=felt]"], paths);
    }

    [Fact]
    public async Task The_same_place_under_another_rule_is_another_fingerprint()
    {
        string path = await PathAsync("<main><p><img></p></main>", "img");

        Assert.NotEqual(Fingerprint.For("image-alt", path), Fingerprint.For("color-contrast", path));
        Assert.Equal(26, Fingerprint.For("image-alt", path).Length);
    }

    [Theory]
    [InlineData("<header><p id=x></header>", "banner", "header > p")]
    [InlineData("<main><article><header><p id=x></header></article></main>", "main", "main > article > header > p")]
    [InlineData("<section aria-label='Nytt'><p id=x></section>", "region", "section > p")]
    [InlineData("<section><p id=x></section>", null, "html > body > section > p")]
    [InlineData("<div role='search'><p id=x></div>", "search", "div[role=search] > p")]
    [InlineData("<aside class='boks'><p id=x></aside>", "complementary", "aside.boks > p")]
    public async Task A_path_starts_at_the_nearest_landmark([StringSyntax("html")] string html, string? landmark, string path)
    {
        ElementDescription described = Assert.Single(await DescribeAsync(html, ElementAddress.Of("#x")));

        Assert.Equal((landmark, path), (described.Landmark, described.Path));
    }

    [Fact]
    public async Task Shadow_roots_and_frames_are_steps_of_the_path()
    {
        const string html = """
            <main><min-boks></min-boks><iframe class="kart" srcdoc="<nav><b>Kart</b></nav>"></iframe></main>
            <script>document.querySelector('min-boks').attachShadow({ mode: 'open' }).innerHTML = '<p class="indre"><i>x</i></p>'</script>
            """;

        IReadOnlyList<ElementDescription> described = await DescribeAsync(
            html, new ElementAddress([["min-boks", "i"]]), new ElementAddress([["iframe"], ["b"]]));

        Assert.Equal("main > min-boks >>> p.indre > i", described[0].Path);
        Assert.Equal("main", described[0].Landmark);
        Assert.Equal("main > iframe.kart >>> nav > b", described[1].Path);
        Assert.Equal("navigation", described[1].Landmark);
    }

    [Fact]
    public async Task An_element_that_is_gone_is_described_from_its_markup()
    {
        var gone = new ElementObservation(Outcome.Failed, ElementAddress.Of("#borte"), "<td class=\"celle\" id=\"borte\">Ola</td>", null);
        var goneFrame = gone with { Address = new ElementAddress([["#ramme"], ["td"]]) };
        await using BrowserPage page = await OpenAsync("<main></main>");

        IReadOnlyList<ElementDescription> described = await ElementDescriber.DescribeAsync(page.Page, [gone, goneFrame]);

        Assert.Equal("td.celle", described[0].Path);
        Assert.Equal("<td class=\"celle\" id=\"borte\">", described[0].Snippet);
        Assert.Equal("iframe >>> td.celle", described[1].Path);
    }

    [Theory]
    [InlineData("<input id=x type=text value='Ola Nordmann'>", "<input id=\"x\" type=\"text\" value=\"\">")]
    [InlineData("<input id=x type=submit value='Send'>", "<input id=\"x\" type=\"submit\" value=\"Send\">")]
    [InlineData("<a id=x href='mailto:ola@example.no'>Ola</a>", "<a id=\"x\" href=\"mailto:…\">")]
    [InlineData("<a id=x href='/sak?navn=Ola#Ola'>Ola</a>", "<a id=\"x\" href=\"/sak?…\">")]
    [InlineData("<img id=x alt='' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUg'>", "<img id=\"x\" alt=\"\" src=\"data:image/png;base64,iVBORw0…\">")]
    public async Task A_snippet_tells_nothing_of_people([StringSyntax("html")] string html, string snippet) =>
        Assert.Equal(snippet, Assert.Single(await DescribeAsync(html, ElementAddress.Of("#x"))).Snippet);

    [Fact]
    public async Task A_snippet_is_cut_at_300_characters()
    {
        string attributes = string.Join(' ', Enumerable.Range(0, 50).Select(i => $"data-a{i}=\"{new string('x', 200)}\""));

        string snippet = Assert.Single(await DescribeAsync($"<p id=x {attributes}>", ElementAddress.Of("#x"))).Snippet;

        Assert.Equal(300, snippet.Length);
    }

    private async Task<string> PathAsync(string html, string selector) => Assert.Single(await PathsAsync(html, selector));

    private async Task<string[]> PathsAsync(string html, params string[] selectors) =>
        [.. (await DescribeAsync(html, [.. selectors.Select(ElementAddress.Of)])).Select(d => d.Path)];

    private async Task<IReadOnlyList<ElementDescription>> DescribeAsync(string html, params ElementAddress[] addresses)
    {
        await using BrowserPage page = await OpenAsync(html);
        return await ElementDescriber.DescribeAsync(page.Page, [.. addresses.Select(a => new ElementObservation(Outcome.Failed, a, "", null))]);
    }

    private async Task<BrowserPage> OpenAsync(string html)
    {
        BrowserPage page = await browser.Pool.OpenAsync(TestContext.Current.CancellationToken);
        await page.Page.SetContentAsync(html);
        return page;
    }
}
