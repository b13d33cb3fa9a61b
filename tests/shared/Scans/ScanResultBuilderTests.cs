using System.Text.Json;
using Json.Schema;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Tests.Findings;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class ScanResultBuilderTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static ScanResult Build(string regulation, params PageSpec[] pages) => ScanResultBuilder.Build(
        "https://example.test/",
        new ScanResultScan(
            "id", Noon, Noon, ScanStatus.Completed, null, regulation, [new EngineInfo("axe-core", "4.14.0")], "Chromium 140", 7, pages.Length),
        RegulationCatalogue.Find(regulation)!,
        [.. pages.Select(p => (new SamplePage(p.Url, PageKind.Random), p.Audit()))]);

    private static ScanResultCriterion Criterion(ScanResult result, string wcag) => result.Criteria.Single(c => c.Wcag == wcag);

    [Fact]
    public void One_cause_on_many_pages_is_one_finding()
    {
        ScanResult result = Build(RegulationCatalogue.DefaultId, P("a", "alt/x"), P("b", "alt/x"), P("c"));
        ScanResultFinding finding = Assert.Single(result.Findings);
        Assert.Equal((Fp("alt/x"), "test", "alt", Outcome.Failed, "serious"), (finding.Fingerprint, finding.Check, finding.Rule, finding.Outcome, finding.Impact));
        Assert.Equal(["1.1.1"], finding.Wcag);
        Assert.Equal(["https://example.test/a", "https://example.test/b"], finding.Occurrences.Select(o => o.Page));
    }

    [Fact]
    public void A_cause_failed_here_and_doubtful_there_is_told_under_each_outcome()
    {
        ScanResult result = Build(RegulationCatalogue.DefaultId, P("a", "alt/x"), P("b").Doubt("alt/x"));
        Assert.Equal([Outcome.Failed, Outcome.CantTell], result.Findings.Select(f => f.Outcome));
        Assert.Single(result.Findings.Select(f => f.Fingerprint).Distinct());
        Assert.Equal((1, 1), (result.Summary.Findings, result.Summary.FindingsCantTell));
    }

    [Fact]
    public void Rules_that_only_random_pages_fail_say_that_the_sample_is_too_small()
    {
        (PageKind, PageSpec)[] pages =
        [
            (PageKind.Start, P("a", "alt/x")), (PageKind.Random, P("b", "alt/y", "label/x")), (PageKind.Random, P("c").Doubt("nontext/x")), (PageKind.Document, P("d", "label/x")),
        ];

        Assert.Equal([new ScanResultRule("test", "label")], OnlyAtRandom(pages));
        Assert.Equal([], OnlyAtRandom([.. pages, (PageKind.FollowUp, P("e", "label/z"))]));
    }

    [Fact]
    public void Where_one_part_of_the_sample_was_not_audited_there_is_nothing_to_compare()
    {
        Assert.Null(OnlyAtRandom((PageKind.Random, P("a", "alt/x"))));
        Assert.Null(OnlyAtRandom((PageKind.Start, P("a", "alt/x")), (PageKind.Random, P("b").Broken())));
    }

    private static IReadOnlyList<ScanResultRule>? OnlyAtRandom(params (PageKind Kind, PageSpec Page)[] pages) => ScanResultBuilder.Build(
        "https://example.test/",
        new ScanResultScan("id", Noon, Noon, ScanStatus.Completed, null, "wcag-2.1-aa", [], null, 7, 1),
        RegulationCatalogue.Find("wcag-2.1-aa")!,
        [.. pages.Select(p => (new SamplePage(p.Page.Url, p.Kind), p.Page.Audit()))]).Summary.OnlyAtRandom;

    [Theory]
    [InlineData("failed", Outcome.Failed)]
    [InlineData("doubt", Outcome.CantTell)]
    [InlineData("failed and doubt", Outcome.Failed)]
    [InlineData("clean", Outcome.Passed)]
    [InlineData("did not run", Outcome.Untested)]
    [InlineData("did not run on one page", Outcome.Untested)]
    [InlineData("failed and did not run", Outcome.Failed)]
    [InlineData("did not see all of one page", Outcome.Untested)]
    [InlineData("failed and did not see all", Outcome.Failed)]
    [InlineData("not listed", Outcome.Untested)]
    public void A_criterion_is_judged_by_the_worst_that_was_observed(string how, Outcome expected)
    {
        PageSpec page = how switch
        {
            "failed" => P("a", "alt/x"),
            "doubt" => P("a").Doubt("alt/x"),
            "failed and doubt" => P("a", "alt/x").Doubt("alt/y"),
            "did not run" or "did not run on one page" => P("a").WithoutRunning("alt"),
            "failed and did not run" => P("a", "alt/x"),
            "did not see all of one page" => P("a").PartlyRunning("alt"),
            "failed and did not see all" => P("a", "alt/x").PartlyRunning("alt"),
            "not listed" => P("a").WithoutListing("alt"),
            _ => P("a"),
        };
        PageSpec other = how switch
        {
            "did not run" or "failed and did not run" => P("b").WithoutRunning("alt"),
            "not listed" => P("b").WithoutListing("alt"),
            _ => P("b"),
        };
        Assert.Equal(expected, Criterion(Build(RegulationCatalogue.DefaultId, page, other), "1.1.1").Outcome);
    }

    [Fact]
    public void A_criterion_that_was_not_tested_says_why()
    {
        ScanResult result = Build(RegulationCatalogue.DefaultId, P("a", "alt/x").Doubt("contrast/y").WithoutRunning("label"));
        Assert.Equal((CriterionStatus.Tested, null), (Criterion(result, "1.1.1").Status, Criterion(result, "1.1.1").Reason));
        Assert.Equal((CriterionStatus.CantTell, CriterionReasons.PersonNeeded), (Criterion(result, "1.4.3").Status, Criterion(result, "1.4.3").Reason));
        Assert.Equal((CriterionStatus.NotTested, CriterionReasons.NotRun, null), (Criterion(result, "4.1.2").Status, Criterion(result, "4.1.2").Reason, Criterion(result, "4.1.2").Why));
        CriterionGap never = RegulationCatalogue.FindGap("3.3.4")!;
        Assert.Contains("\"status\":\"neverByMachine\"", JsonSerializer.Serialize(result, MonitorJson.Options), StringComparison.Ordinal);
        Assert.Equal((CriterionStatus.NeverByMachine, CriterionReasons.NeverByMachine, never.Why.En), (Criterion(result, "3.3.4").Status, Criterion(result, "3.3.4").Reason, Criterion(result, "3.3.4").Why));
    }

    [Fact]
    public void Without_a_page_what_no_machine_judges_is_still_told_from_what_went_untested()
    {
        ScanResult result = Build(RegulationCatalogue.DefaultId, P("a").Broken());
        Assert.Equal((CriterionStatus.NotTested, CriterionReasons.NoPages), (Criterion(result, "1.1.1").Status, Criterion(result, "1.1.1").Reason));
        Assert.Equal(CriterionStatus.NeverByMachine, Criterion(result, "3.3.4").Status);
    }

    [Fact]
    public void A_rule_that_ran_outweighs_a_reason_why_there_is_none()
    {
        Regulation regulation = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!;
        PageAudit audit = P("a").Audit();
        audit = audit with { Rules = [audit.Rules[0] with { Wcag = ["3.3.4"], Outcome = Outcome.Untested }] };
        ScanResult result = ScanResultBuilder.Build(
            "u", new ScanResultScan("id", Noon, Noon, ScanStatus.Completed, null, regulation.Id, [], null, 0, 1), regulation, [(new SamplePage("a", PageKind.Start), audit)]);
        Assert.Equal((CriterionReasons.NotRun, null), (Criterion(result, "3.3.4").Reason, Criterion(result, "3.3.4").Why));
    }

    [Fact]
    public void A_standards_own_numbers_are_told() =>
        Assert.Equal(("9.1.1.1", null), (Criterion(Build("en-301-549-3.2.1", P("a")), "1.1.1").Clause, Criterion(Build("wcag-2.2-aa", P("a")), "1.1.1").Clause));

    [Fact]
    public void A_result_stored_before_reasons_were_told_is_read_as_far_as_it_goes()
    {
        ScanResultCriterion? old = JsonSerializer.Deserialize<ScanResultCriterion>("""{"wcag":"3.3.4","outcome":"untested","pagesFailed":0,"pagesTested":0}""", MonitorJson.Options);
        Assert.Equal((CriterionStatus.NotTested, null), (old!.Status, old.Reason));
    }

    [Fact]
    public void Inapplicable_everywhere_is_inapplicable_and_passed_somewhere_is_passed()
    {
        static PageAudit Inapplicable(PageSpec page) =>
            page.Audit() with { Rules = [.. page.Audit().Rules.Select(r => r with { Outcome = Outcome.Inapplicable })] };
        Regulation regulation = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!;
        var scan = new ScanResultScan("id", Noon, Noon, ScanStatus.Completed, null, regulation.Id, [], null, 0, 2);
        (SamplePage, PageAudit)[] none = [(new SamplePage("a", PageKind.Start), Inapplicable(P("a")))];
        (SamplePage, PageAudit)[] some = [.. none, (new SamplePage("b", PageKind.Random), P("b").Audit())];
        Assert.Equal(Outcome.Inapplicable, Criterion(ScanResultBuilder.Build("u", scan, regulation, none), "1.1.1").Outcome);
        Assert.Equal(Outcome.Passed, Criterion(ScanResultBuilder.Build("u", scan, regulation, some), "1.1.1").Outcome);
    }

    [Fact]
    public void Pages_are_counted_where_they_failed_and_where_a_rule_ran()
    {
        ScanResult result = Build(
            RegulationCatalogue.DefaultId, P("a", "alt/x"), P("b"), P("c").WithoutRunning("alt"), P("d", "alt/x").Broken(), P("e").Gone());
        Assert.Equal((1, 2), (Criterion(result, "1.1.1").PagesFailed, Criterion(result, "1.1.1").PagesTested));
        Assert.Equal((0, 3), (Criterion(result, "1.4.3").PagesFailed, Criterion(result, "1.4.3").PagesTested));
        Assert.Equal(3, result.Summary.PagesAudited);
    }

    [Fact]
    public void Only_criteria_of_the_regulation_count()
    {
        ScanResult wide = Build("no-public-2024", P("a", "nontext/x", "alt/x")), narrow = Build("no-private-2013", P("a", "nontext/x", "alt/x"));
        Assert.Equal((2, 2, 48), (wide.Findings.Count, wide.Summary.CriteriaFailed, wide.Summary.CriteriaInRegulation));
        Assert.Equal((1, 1, 35), (narrow.Findings.Count, narrow.Summary.CriteriaFailed, narrow.Summary.CriteriaInRegulation));
        Assert.Equal(5, wide.Summary.CriteriaTested);
    }

    [Fact]
    public void The_order_of_findings_does_not_hang_on_the_order_of_pages()
    {
        ScanResult one = Build(RegulationCatalogue.DefaultId, P("a", "alt/x", "label/y"), P("b").Doubt("contrast/z"));
        ScanResult other = Build(RegulationCatalogue.DefaultId, P("b").Doubt("contrast/z"), P("a", "label/y", "alt/x"));
        Assert.Equal(one.Findings.Select(f => (f.Fingerprint, f.Outcome)), other.Findings.Select(f => (f.Fingerprint, f.Outcome)));
    }

    public static TheoryData<PageStatus[], string?, ScanStatus, string?> Verdicts => new()
    {
        { [PageStatus.Audited, PageStatus.Skipped], null, ScanStatus.Completed, null },
        { [PageStatus.Audited, PageStatus.Failed], null, ScanStatus.Partial, ScanReasons.PagesFailed },
        { [PageStatus.Audited, PageStatus.Blocked], null, ScanStatus.Partial, ScanReasons.PagesFailed },
        { [PageStatus.Audited], ScanReasons.Interrupted, ScanStatus.Partial, ScanReasons.Interrupted },
        { [PageStatus.Failed], ScanReasons.Stopped, ScanStatus.Failed, ScanReasons.Stopped },
        { [PageStatus.Failed, PageStatus.Failed], null, ScanStatus.Failed, PageReasons.Timeout },
        { [PageStatus.Failed, PageStatus.Blocked], null, ScanStatus.Failed, ScanReasons.NoPages },
        { [PageStatus.Skipped], null, ScanStatus.Failed, ScanReasons.NoPages },
        { [], null, ScanStatus.Failed, ScanReasons.NoPages },
    };

    [Theory]
    [MemberData(nameof(Verdicts))]
    public void A_scan_is_told_by_its_pages(PageStatus[] pages, string? cutShort, ScanStatus status, string? reason) => Assert.Equal(
        new ScanVerdict(status, reason),
        ScanVerdict.Of([.. pages.Select(p => (p, p == PageStatus.Failed ? PageReasons.Timeout : p == PageStatus.Audited ? null : PageReasons.Refused))], cutShort));

    [Theory]
    [InlineData(PageStatus.Audited, null, ScanStatus.Partial)]
    [InlineData(PageStatus.Failed, PageReasons.ServerError, ScanStatus.Failed)]
    [InlineData(PageStatus.Blocked, PageReasons.Blocked, ScanStatus.Failed)]
    public void A_scan_of_a_site_that_was_left_alone_says_so_whatever_the_other_pages_met(PageStatus other, string? reason, ScanStatus status)
    {
        Assert.Equal(new ScanVerdict(status, ScanReasons.Blocked), ScanVerdict.Of([(other, reason), (PageStatus.Blocked, PageReasons.Blocked)], null));
        Assert.Equal(new ScanVerdict(status, ScanReasons.Stopped), ScanVerdict.Of([(other, reason), (PageStatus.Blocked, PageReasons.Blocked)], ScanReasons.Stopped));
    }

    [Fact]
    public void The_result_fits_the_committed_schema()
    {
        ScanResult result = Build(RegulationCatalogue.DefaultId, P("a", "alt/x").Doubt("label/y"), P("b").Broken(), P("c").Gone(), P("d").Blocked());
        Assert.True(Fits(JsonSerializer.SerializeToElement(result, MonitorJson.Options)));
    }

    [Theory]
    [InlineData("\"schema\":\"monitor.scan/1\"", "\"schema\":\"monitor.scan/2\"")]
    [InlineData("\"fingerprint\":", "\"finger\":")]
    [InlineData("\"outcome\":\"failed\",\"wcag\":[", "\"outcome\":\"maybe\",\"wcag\":[")]
    [InlineData("\"pagesAudited\":", "\"audited\":")]
    [InlineData("\"status\":\"completed\"", "\"status\":\"partial\"")]
    public void What_breaks_the_contract_does_not_fit_the_schema(string member, string broken)
    {
        string json = JsonSerializer.Serialize(Build(RegulationCatalogue.DefaultId, P("a", "alt/x")), MonitorJson.Options);
        Assert.Contains(member, json, StringComparison.Ordinal);
        Assert.False(Fits(JsonDocument.Parse(json.Replace(member, broken, StringComparison.Ordinal)).RootElement));
        Assert.True(Fits(JsonDocument.Parse(json.Replace(member, $"\"added\":1,{member}", StringComparison.Ordinal)).RootElement));
    }

    private static bool Fits(JsonElement json)
    {
        string path = Path.Combine(Root(), "docs", "schemas", "monitor.scan.1.schema.json");
        // An id may be registered once only, and tests run side by side.
        JsonSchema schema = Schemas.GetOrAdd(path, p => new Lazy<JsonSchema>(() => JsonSchema.FromText(File.ReadAllText(p)))).Value;
        return schema.Evaluate(json).IsValid;
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, Lazy<JsonSchema>> Schemas = new();

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Monitor.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
