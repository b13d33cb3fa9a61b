using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

public sealed class PageAuditorTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_with_a_fault_is_audited_and_the_fault_found()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><img src=\"/a.png\"></main>", title: "Forside");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal("Forside", audit.Title);
        Assert.Equal(200, audit.HttpStatus);
        RuleResult rule = Assert.Single(audit.Rules, r => r.Outcome == Outcome.Failed);
        Assert.Equal(("axe", "image-alt", "4.14"), (rule.Check, rule.Rule, rule.RuleVersion));
        Assert.Equal(["1.1.1"], rule.Wcag);
        Assert.Equal("critical", rule.Impact);
        ElementResult element = Assert.Single(rule.Elements);
        Assert.Equal("img", element.Target);
        Assert.Equal("<img src=\"/a.png\">", element.Snippet);
        Assert.Equal("main", element.Landmark);
        Assert.Equal(new EngineInfo("axe-core", "4.14.0"), Assert.Single(audit.Evidence!.Engines));
        Assert.StartsWith("Chromium ", audit.Evidence.Browser, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_rule_of_the_regulation_has_an_outcome_and_none_of_a_clean_page_failed()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><p>Alt er i orden.</p></main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal(62, audit.Rules.Count);
        Assert.Empty(audit.Rules.Where(r => r.Outcome is not (Outcome.Passed or Outcome.Inapplicable)).Select(r => $"{r.Rule}: {r.Outcome}, {r.Message}"));
        Assert.Contains(audit.Rules, r => r is { Rule: "document-title", Outcome: Outcome.Passed });
        Assert.Contains(audit.Rules, r => r is { Rule: "video-caption", Outcome: Outcome.Inapplicable });
    }

    [Fact]
    public async Task A_regulation_with_fewer_criteria_asks_for_fewer_rules()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1></main>");

        PageAudit audit = await browser.Auditor.AuditAsync(
            new AuditRequest(site.Url("/"), RegulationCatalogue.Find("no-private-2013")!), NoEvidence.Instance, Cancellation);

        Assert.DoesNotContain(audit.Rules, r => r.Rule is "autocomplete-valid" or "avoid-inline-spacing" or "css-orientation-lock" or "label-content-name-mismatch");
        Assert.Equal(58, audit.Rules.Count);
    }

    [Fact]
    public async Task Small_targets_are_asked_about_by_the_version_of_wcag_that_added_them_and_accused_by_none()
    {
        await using TestSite site = await browser.StartSiteAsync();
        string small = "<button style=\"width:10px;height:10px;padding:0;border:0\" aria-label=\"Knapp\"></button>";
        site.Html("/", $"<main><h1>Hei</h1><div style=\"font-size:0\">{small}{small}</div></main>");

        PageAudit older = await browser.AuditAsync(site.Url("/"));
        PageAudit newer = await browser.Auditor.AuditAsync(
            new AuditRequest(site.Url("/"), RegulationCatalogue.Find("wcag-2.2-aa")!), NoEvidence.Instance, Cancellation);

        Assert.DoesNotContain(older.Rules, r => r.Rule == "target-size");
        RuleResult rule = Assert.Single(newer.Rules, r => r.Rule == "target-size");
        Assert.Equal((Outcome.CantTell, "2.5.8"), (rule.Outcome, Assert.Single(rule.Wcag)));
    }

    [Fact]
    public async Task Forty_repetitions_of_one_template_are_one_cause_with_an_honest_count()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Liste</h1><ul>" + string.Concat(Enumerable.Range(1, 40).Select(i => $"<li id=\"rad-{i}\"><img src=\"/{i}.png\"> Sak {i}</li>")) + "</ul></main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        RuleResult rule = Assert.Single(audit.Rules, r => r.Rule == "image-alt");
        Assert.Single(rule.Elements.Select(e => e.Fingerprint).Distinct());
        Assert.Equal(20, rule.Elements.Count);
        Assert.Equal(40, rule.Elements.Sum(e => 1 + e.Omitted));
    }

    [Fact]
    public async Task Faults_in_frames_and_shadow_roots_are_found_with_their_way()
    {
        await using TestSite site = await browser.StartSiteAsync();
        await using TestSite other = await browser.StartSiteAsync();
        other.Html("/kart", "<main><img src=\"/kart.png\"></main>");
        site.Html("/", $"""
            <main><h1>Hei</h1><iframe title="Kart" src="{other.Url("/kart")}"></iframe><div id="vert"></div></main>
            <script>document.getElementById('vert').attachShadow({"{"} mode: 'open' {"}"}).innerHTML = '<button class="lukk"></button>'</script>
            """);

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        ElementResult inFrame = Assert.Single(Assert.Single(audit.Rules, r => r.Rule == "image-alt").Elements);
        Assert.Equal("iframe >>> img", inFrame.Target);
        ElementResult inShadow = Assert.Single(Assert.Single(audit.Rules, r => r.Rule == "button-name").Elements);
        Assert.Equal("#vert >>> button", inShadow.Target);
        Assert.Equal("main", inShadow.Landmark);
    }

    [Fact]
    public async Task Doubt_is_never_failure()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"""
            <main><h1>Hei</h1><p style="background: linear-gradient(white, black); color: grey">Tekst på overgang</p>
            <div style="height: 40px; overflow: auto">{string.Concat(Enumerable.Repeat("<p>Linje</p>", 20))}</div></main>
            """);

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal(Outcome.CantTell, audit.Rules.Single(r => r.Rule == "color-contrast").Outcome);
        // A failure for axe, a demotion of ours.
        Assert.Equal(Outcome.CantTell, audit.Rules.Single(r => r.Rule == "scrollable-region-focusable").Outcome);
    }
}
