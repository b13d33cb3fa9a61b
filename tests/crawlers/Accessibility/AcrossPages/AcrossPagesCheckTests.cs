using System.Text.Json;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Checks.AcrossPages;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.AcrossPages;

/// <summary>What a real browser gathers on real pages, and what that comes to.</summary>
public sealed class AcrossPagesCheckTests(BrowserFixture browser)
{
    private const string Menu = "<li><a href=/barnehage>Barnehage</a></li><li><a href=/skole>Skole</a></li><li><a href=/helse>Helse</a></li><li><a href=/bolig>Bolig</a></li>";
    private const string Turned = "<li><a href=/skole>Skole</a></li><li><a href=/barnehage>Barnehage</a></li><li><a href=/helse>Helse</a></li><li><a href=/bolig>Bolig</a></li>";

    [Fact]
    public async Task Blocks_links_and_controls_are_gathered_as_assistive_technology_meets_them()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"""
            <header><a href=#innhold>Til innholdet</a><a href="/?utm_source=a"><img src=/logo.png alt="Etaten"></a>
            <nav aria-label=Hovedmeny><ul>{Menu}<li><a href=/skjult hidden>Skjult</a></li></ul></nav>
            <form role=search action=/sok><input name=q aria-label="Søk i sidene"></form>
            <button aria-label=Meny><svg viewBox="0 0 1 1"><path d="M0 0h1"/></svg></button></header>
            <main><h1>Velkommen</h1><nav aria-label=Lokalt><a href=/a>A</a></nav></main><footer><a href=/personvern>Personvern</a></footer>
            """);

        PageOutline outline = (await AuditAsync(site, "/")).Gathered!.Value.Deserialize<PageOutline>(MonitorJson.Options)!;

        Assert.Equal(
            [("banner", "page", "", 1), ("navigation", "banner", "Hovedmeny", 4), ("navigation", "content", "Lokalt", 1), ("contentinfo", "page", "", 1)],
            outline.Blocks.Select(b => (b.Role, b.Within, b.Label, b.Links.Count)));
        Assert.Equal("Etaten", Assert.Single(outline.Blocks[0].Links).Name);
        Assert.Equal(["Barnehage", "Skole", "Helse", "Bolig"], outline.Blocks[1].Links.Select(l => l.Name));
        Assert.Equal([("search", "Søk i sidene"), ("icon", "Meny")], outline.Controls.Select(c => (c.Kind, c.Name)));
        Assert.Equal(("Velkommen", true, false), (outline.Heading, outline.Search, outline.Index));
        Assert.Equal("navigation", outline.Blocks[1].Place.Landmark);
    }

    [Fact]
    public async Task A_menu_that_turns_on_one_page_fails_there()
    {
        IReadOnlyList<PageAudit> audits = await JudgeAsync(Page(Menu, "En"), Page(Menu, "To"), Page(Turned, "Tre"));

        RuleResult[] rules = [.. audits.Select(a => PageDraft.Rule(a, "navigation-order"))];
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Failed], rules.Select(r => r.Outcome));
        Assert.StartsWith("<nav", Assert.Single(rules[2].Elements).Snippet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_named_by_other_words_on_one_page_fails_there_and_is_led_to()
    {
        IReadOnlyList<PageAudit> audits = await JudgeAsync(
            Page(Menu + "<li><a href=/kontakt>Kontakt</a></li>", "En"), Page(Menu + "<li><a href=/kontakt>Kontakt</a></li>", "To"), Page(Menu + "<li><a href=/kontakt>Spør oss</a></li>", "Tre"));

        RuleResult rule = PageDraft.Rule(audits[2], "same-function-name");
        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.EndsWith("li:nth-of-type(5) > a", Assert.Single(rule.Elements).Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_other_headings_under_the_title_that_all_have_are_for_a_person() =>
        Assert.All(await JudgeAsync(Page(Menu, "Barnehager"), Page(Menu, "Skoler")), a => Assert.Equal(Outcome.CantTell, PageDraft.Rule(a, "duplicate-title").Outcome));

    [Theory]
    [InlineData("<button>Søk</button>", true)]
    [InlineData("<a href=/sok>Søk</a>", true)]
    [InlineData("<div role=search></div>", true)]
    [InlineData("<input class=site-search-field>", true)]
    [InlineData("<a href=/soknad>Søk om barnehageplass</a>", false)]
    [InlineData("<button>Besøksadresse</button>", false)]
    public async Task A_way_to_search_is_known_however_it_is_made(string body, bool search)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);

        PageOutline outline = (await AuditAsync(site, "/")).Gathered!.Value.Deserialize<PageOutline>(MonitorJson.Options)!;

        Assert.Equal(search, outline.Search);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"self\":\"\",\"language\":\"\",\"heading\":\"\",\"text\":\"\",\"links\":[null],\"blocks\":[],\"controls\":[]}")]
    [InlineData("{\"self\":\"\",\"language\":\"\",\"heading\":\"\",\"text\":\"\",\"links\":[],\"blocks\":[{\"selectors\":[\"a\"],\"html\":\"\",\"item\":{\"links\":[null]}}],\"controls\":[]}")]
    public async Task A_page_that_tampers_with_what_is_gathered_is_judged_without_it(string answer)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<script>const whole = JSON.stringify; JSON.stringify = (value, ...more) => value && value.blocks ? '{answer}' : whole(value, ...more);</script><nav><a href=/a>A</a></nav>");

        PageAudit audit = await AuditAsync(site, "/");

        Assert.Equal((PageStatus.Audited, null), (audit.Status, audit.Gathered));
    }

    private static string Page(string menu, string name) =>
        $"<header><nav class=meny aria-label=Hovedmeny><ul>{menu}</ul></nav></header><main><h1>{name}</h1><p>Her står det noe om {name}.</p></main>";

    private async Task<IReadOnlyList<PageAudit>> JudgeAsync(params string[] pages)
    {
        await using TestSite site = await browser.StartSiteAsync();
        List<(SamplePage, PageAudit)> audits = [];
        foreach ((int i, string html) in pages.Index())
        {
            site.Html($"/{i}", html);
            audits.Add((new SamplePage(site.Url($"/{i}"), i == 0 ? PageKind.Start : PageKind.Random), await AuditAsync(site, $"/{i}")));
        }
        return new PagesTogether().Judge(audits);
    }

    private async Task<PageAudit> AuditAsync(TestSite site, string path)
    {
        var request = new AuditRequest(site.Url(path), RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!);
        return await BrowserFixture.NewAuditor(browser.Pool, null, new AcrossPagesCheck()).AuditAsync(request, NoEvidence.Instance, TestContext.Current.CancellationToken);
    }
}
