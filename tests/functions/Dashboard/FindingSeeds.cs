using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Dashboard;

internal static class FindingSeeds
{
    /// <summary>One grey pixel.</summary>
    public static readonly byte[] Png = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    public static IEnumerable<FindingRow> Findings(DashboardWorld world)
    {
        yield return Row(world, world.Finding, "image-alt", "1.1.1", FindingState.New);
        yield return Row(world, world.Aside, "color-contrast", "1.4.3", FindingState.Persisting) with
        {
            SetAsideReason = SetAsideReason.PlannedRepair,
            SetAsideComment = DashboardWorld.Hostile,
            SetAsideBy = "key",
            SetAsideAt = TestHost.Start.AddDays(-1),
            SetAsideUntil = TestHost.Start.AddDays(60),
        };
        foreach (FindingState state in Enum.GetValues<FindingState>())
        {
            yield return Row(world, Fingerprint.For("label", state.ToString()), "label", "4.1.2 1.3.1", state) with
            {
                ClosedReason = state == FindingState.Closed ? ClosedReason.Replaced : null,
                ReplacedBy = state == FindingState.Closed ? world.Finding : null,
                NotVerifiedReason = state == FindingState.NotVerified ? NotVerifiedReason.PageNotAudited : null,
            };
        }
        foreach (int i in Enumerable.Range(0, 55))
            yield return Row(world, Fingerprint.For("link-name", i.ToString(System.Globalization.CultureInfo.InvariantCulture)), "link-name", "2.4.4", FindingState.Persisting);
    }

    public static IEnumerable<OccurrenceRow> Occurrences(DashboardWorld world) => Enumerable.Range(0, 30).Select(i => new OccurrenceRow
    {
        PartitionKey = OccurrenceRow.PartitionOf(world.Solution, world.Finding),
        RowKey = PageKey.For($"https://www.fiktiv.example/{i}"),
        Url = i == 0 ? "javascript:alert(1)" : $"https://www.fiktiv.example/{new string('y', 90)}/{i}",
        Target = "main > " + DashboardWorld.Hostile,
        Snippet = "<img src=\"x.png\" onerror=\"alert(1)\">" + DashboardWorld.Hostile,
        After = i == 0 ? null : "Avvis alle → " + DashboardWorld.Hostile,
        Elements = i + 1,
        Screenshot = i == 1 ? "evidence/shot.png" : null,
        LastSeenAt = TestHost.Start.AddDays(-2),
    });

    public static SummaryRow Summary(DashboardWorld world) => new()
    {
        PartitionKey = SummaryRow.PartitionOf(world.Solution),
        RowKey = world.Solution.ToString(),
        AgencyName = "Fiktiv kommune",
        Name = "Nettsted",
        Scan = world.Finished.ToString(),
        Status = ScanStatus.Partial,
        Reason = ScanReasons.PagesFailed,
        FinishedAt = TestHost.Start.AddDays(-2),
        PagesAudited = 28,
        PagesSampled = 30,
        OpenFindings = 12,
        NewFindings = 2,
        CantTell = 1,
        CriteriaFailed = 2,
        CriteriaTested = 31,
        CriteriaInRegulation = 48,
    };

    public static IEnumerable<TaskRow> Tasks(DashboardWorld world)
    {
        yield return Task(TaskKind.SetAside, world.Agency.Value, FindingRow.KeyOf(world.Solution, world.Finding),
            """{"reason":"falsePositive","comment":"<b>Se her</b>","until":"2027-01-01T00:00:00Z"}""");
        yield return Task(TaskKind.HeldMail, world.Agency.Value, world.Finished.ToString(),
            $$"""{"solution":"{{world.Solution}}","scan":"{{world.Finished}}","reason":"massChange","baseline":false,"new":9,"reopened":1}""");
        yield return Task(TaskKind.Poison, null, QueueNames.PageAudits, DashboardWorld.Hostile);
        yield return Task(TaskKind.Poison, null, QueueNames.Alerts, "{}") with { State = TaskState.Rejected, DecidedBy = "key", DecidedAt = TestHost.Start };
    }

    private static TaskRow Task(TaskKind kind, string? agency, string subject, string detail) => new()
    {
        PartitionKey = TaskRow.Partition,
        RowKey = TaskRow.KeyOf(TestHost.Start, kind, subject),
        Kind = kind,
        OrgNumber = agency,
        Subject = subject,
        Detail = detail,
        CreatedAt = TestHost.Start,
    };

    private static FindingRow Row(DashboardWorld world, string fingerprint, string rule, string wcag, FindingState state) => new()
    {
        PartitionKey = world.Agency.Value,
        RowKey = FindingRow.KeyOf(world.Solution, fingerprint),
        State = state,
        Check = "axe",
        Rule = rule,
        RuleVersion = "4.14",
        Wcag = wcag,
        Regulation = "no-public-2024",
        Impact = "serious",
        Message = "Elements must " + DashboardWorld.Hostile,
        AccessibleName = DashboardWorld.Hostile,
        Landmark = "main",
        FirstSeenAt = TestHost.Start.AddDays(-20),
        LastSeenAt = TestHost.Start.AddDays(-2),
        StateSince = TestHost.Start.AddDays(-9),
        LastScanApplied = world.Finished.ToString(),
        Pages = 30,
    };
}
