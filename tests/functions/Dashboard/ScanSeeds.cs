using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Dashboard;

internal static class ScanSeeds
{
    public static IEnumerable<ScanRow> Scans(DashboardWorld world)
    {
        yield return Scan(world.Finished) with
        {
            Status = ScanStatus.Partial,
            Reason = ScanReasons.PagesFailed,
            PagesSampled = 30,
            PagesAudited = 28,
            PagesFailed = 2,
            Findings = 3,
            FindingsCantTell = 1,
            CriteriaFailed = 2,
            CriteriaTested = 31,
        };
        yield return Scan(world.Failed) with { Status = ScanStatus.Failed, Reason = ScanReasons.RobotsUnreachable };
        yield return Scan(world.Running) with { Status = ScanStatus.Running, FinishedAt = null, PagesSampled = 30, OrderedBy = ScanOrders.Schedule };
        foreach (int day in Enumerable.Range(8, 30))
            yield return Scan(ScanId.New(world.Solution, TestHost.Start.AddDays(-day))) with { Status = ScanStatus.Completed, PagesSampled = 30, PagesAudited = 30, Findings = day };
    }

    public static IEnumerable<PageRow> Pages(DashboardWorld world)
    {
        yield return Page(world, "https://www.fiktiv.example/", PageKind.Start) with { Title = DashboardWorld.Hostile, Failed = 3, CantTell = 1 };
        yield return Page(world, "https://www.fiktiv.example/kontakt", PageKind.Contact) with { Status = PageStatus.Failed, Reason = PageReasons.Timeout };
        yield return Page(world, "https://www.fiktiv.example/sperret", PageKind.Random) with { Status = PageStatus.Blocked, Reason = "brandNewCode" };
        foreach (int i in Enumerable.Range(1, 60))
            yield return Page(world, $"https://www.fiktiv.example/{new string('x', 80)}/{i}", PageKind.Random);
        yield return Page(world, "https://www.fiktiv.example/", PageKind.Start) with { PartitionKey = world.Running.ToString(), Status = PageStatus.Queued };
    }

    public static IEnumerable<TrendRow> Trend(DashboardWorld world) => Enumerable.Range(0, 8).Select(i => new TrendRow
    {
        PartitionKey = world.Solution.ToString(),
        RowKey = ScanId.New(world.Solution, TestHost.Start.AddDays(-2 - 7 * i)).ToString(),
        FinishedAt = TestHost.Start.AddDays(-2 - 7 * i),
        RuleSets = i < 3 ? "axe 4.14" : "axe 4.13",
        PagesAudited = 30,
        OpenFindings = 9 + (i * 5 % 7),
    });

    public static ScanResult Result(DashboardWorld world)
    {
        Regulation regulation = RegulationCatalogue.Find("no-public-2024")!;
        return new ScanResult(
            ScanResult.SchemaId,
            new ScanResultSolution("https://www.fiktiv.example/"),
            new ScanResultScan(
                world.Finished.ToString(), TestHost.Start.AddDays(-2), TestHost.Start.AddDays(-2).AddMinutes(4), ScanStatus.Partial, ScanReasons.PagesFailed,
                regulation.Id, [new EngineInfo("axe-core", "4.14.0")], "Chromium 150.0", 42, 417),
            [],
            [
                Found(world.Finding, "image-alt", Outcome.Failed, "1.1.1"),
                Found(world.Aside, "color-contrast", Outcome.CantTell, "1.4.3"),
            ],
            [.. regulation.Criteria.Select((c, i) => RegulationCatalogue.FindGap(c) is { } gap ? Unjudged(gap) : Judged(c, (Outcome)(i % 5)))],
            new ScanResultSummary(28, 1, 1, 2, 31, 48) { OnlyAtRandom = [new ScanResultRule("axe", "image-alt")] });
    }

    private static ScanResultCriterion Judged(string criterion, Outcome outcome) => new(criterion, outcome, outcome == Outcome.Failed ? 3 : 0, outcome == Outcome.Untested ? 0 : 28)
    {
        Reason = outcome switch { Outcome.Untested => CriterionReasons.NotRun, Outcome.CantTell => CriterionReasons.PersonNeeded, _ => null },
    };

    private static ScanResultCriterion Unjudged(CriterionGap gap) => new(gap.Criterion, Outcome.Untested, 0, 0)
    {
        Reason = gap.Never ? CriterionReasons.NeverByMachine : CriterionReasons.NoRule,
        Why = gap.Why.En,
        Clause = $"9.{gap.Criterion}",
    };

    private static ScanResultFinding Found(string fingerprint, string rule, Outcome outcome, string wcag) => new(
        fingerprint, "axe", rule, outcome, [wcag], "critical", "Ensure <img> elements have alternative text",
        [new ScanResultOccurrence("https://www.fiktiv.example/", "main > img", "<img src=\"x.png\">")]);

    private static ScanRow Scan(ScanId id) => new()
    {
        PartitionKey = id.Solution.ToString(),
        RowKey = id.ToString(),
        OrderedBy = "key",
        Url = "https://www.fiktiv.example/",
        Regulation = "no-public-2024",
        Seed = 42,
        CreatedAt = id.OrderedAt,
        StartedAt = id.OrderedAt,
        FinishedAt = id.OrderedAt.AddMinutes(4),
        Browser = "Chromium 150.0",
    };

    private static PageRow Page(DashboardWorld world, string url, PageKind kind) => new()
    {
        PartitionKey = world.Finished.ToString(),
        RowKey = PageKey.For(url),
        Url = url,
        Kind = kind,
        Status = PageStatus.Audited,
    };
}
