using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;

namespace Monitor.Shared.Tests.Findings;

/// <summary>Runs scans over one solution through the life cycle alone, and keeps the state between them.</summary>
internal sealed class LifeCycleBench
{
    private static readonly SolutionId Solution = SolutionId.New(OrgNumber.Parse("991825827"));
    private DateTimeOffset now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public SolutionState State { get; private set; } = SolutionState.Empty;

    public Transitions Last { get; private set; } = new([], SolutionHistory.Empty, false);

    public ScanObservations LastScan { get; private set; } = null!;

    public SolutionState Before { get; private set; } = SolutionState.Empty;

    public string Regulation { get; set; } = RegulationCatalogue.DefaultId;

    public FindingRow this[string cause] => State.Findings[PageSpec.Fp(cause)].Row;

    public static LifeCycleBench After(params PageSpec[][] scans)
    {
        var bench = new LifeCycleBench();
        foreach (PageSpec[] pages in scans)
            bench.Scan(pages);
        return bench;
    }

    public FindingState? StateOf(string cause) => State.Findings.GetValueOrDefault(PageSpec.Fp(cause))?.Row.State;

    public string[] PagesOf(string cause) =>
        [.. State.Findings[PageSpec.Fp(cause)].Occurrences.Select(o => o.Url[(o.Url.LastIndexOf('/') + 1)..]).Order(StringComparer.Ordinal)];

    public ScanObservations Observe(params PageSpec[] pages) => ScanObservations.Of(
        ScanId.New(Solution, now = now.AddDays(1)), now, RegulationCatalogue.Find(Regulation)!, State.History.LastScan is null, pages.SelectMany(p => p.Looks()));

    public Transitions Scan(params PageSpec[] pages) => Apply(Observe(pages));

    public Transitions Apply(ScanObservations scan)
    {
        Before = State;
        LastScan = scan;
        Last = FindingLifeCycle.Apply(State, scan);
        State = After(State, Last);
        return Last;
    }

    public void SetAside(string cause, DateTimeOffset until)
    {
        FindingRow row = this[cause] with { SetAsideReason = SetAsideReason.PlannedRepair, SetAsideUntil = until };
        State = State with
        {
            Findings = new Dictionary<string, KnownFinding>(State.Findings) { [row.Fingerprint] = State.Findings[row.Fingerprint] with { Row = row } },
        };
    }

    public ScanChanges Changes() =>
        ScanChangesBuilder.Of(Before, LastScan, Last, LastScan.Pages.Count, new Shared.Scans.ScanResultSummary(1, 0, 0, 0, 0, 48));

    public static SolutionState After(SolutionState before, Transitions transitions)
    {
        var findings = new Dictionary<string, KnownFinding>(before.Findings);
        foreach (FindingTransition step in transitions.Findings)
        {
            findings[step.After.Fingerprint] = new KnownFinding(
                step.After, step.Occurrences ?? before.Findings.GetValueOrDefault(step.After.Fingerprint)?.Occurrences ?? []);
        }
        return new SolutionState(findings, transitions.History);
    }
}
