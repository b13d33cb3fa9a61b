using Monitor.Shared.Scans;

namespace Monitor.Shared.Findings;

/// <summary>Tells what a scan changed, for alerts and figures. What is set aside is left out.</summary>
internal static class ScanChangesBuilder
{
    /// <summary>The code for a mail held because a template or the site was replaced.</summary>
    public const string MassChange = "massChange";

    /// <summary>The code for a mail held because the rules changed.</summary>
    public const string EngineChange = "engineChange";

    /// <summary>The changes.</summary>
    public static ScanChanges Of(
        SolutionState before, ScanObservations scan, Transitions transitions, int pagesSampled, ScanResultSummary summary)
    {
        FindingTransition[] told = [.. transitions.Findings.Where(t => !t.After.IsSetAside(scan.At))];
        FindingTransition[] news = [.. told.Where(t => t.Entered(FindingState.New))];
        FindingTransition[] reopened = [.. told.Where(t => t.Entered(FindingState.Reopened))];
        return new ScanChanges(
            scan.Scan,
            scan.Baseline,
            scan.Baseline ? null : Hold(before.History, transitions, [.. news, .. reopened]),
            Told(news),
            Told(reopened),
            told.Count(t => t.Entered(FindingState.FirstSeen)),
            told.Count(t => t.Entered(FindingState.Fixed) && t.Before != FindingState.Unconfirmed),
            OpenAfter(before, transitions, scan.At).Count,
            pagesSampled,
            summary);
    }

    /// <summary>The findings that are open after the scan and not set aside.</summary>
    public static IReadOnlyList<FindingRow> OpenAfter(SolutionState before, Transitions transitions, DateTimeOffset at)
    {
        Dictionary<string, FindingRow> rows = before.Findings.ToDictionary(f => f.Key, f => f.Value.Row);
        foreach (FindingTransition transition in transitions.Findings)
            rows[transition.After.Fingerprint] = transition.After;
        return [.. rows.Values.Where(r => r.Open && !r.IsSetAside(at))];
    }

    // Only rules that changed make a finding doubtful news, and a mass change all of it; a later scan may confirm what either brought.
    private static string? Hold(SolutionHistory before, Transitions transitions, IReadOnlyCollection<FindingTransition> news)
    {
        HashSet<string?> codes =
        [
            .. news.Select(n => before.Doubted.GetValueOrDefault(n.After.Fingerprint)),
            transitions.MassChange ? MassChange : null,
        ];
        bool changed = news.Any(n => transitions.History.ChangedRules.Contains(SolutionHistory.RuleKey(n.After.Check, n.After.Rule)));
        return changed || codes.Contains(EngineChange) ? EngineChange : codes.Contains(MassChange) ? MassChange : null;
    }

    private static IReadOnlyList<ChangedFinding> Told(IEnumerable<FindingTransition> findings) =>
    [
        .. from finding in findings
           let row = finding.After
           orderby Impacts.Rank(row.Impact) descending, row.Rule, row.Fingerprint
           select new ChangedFinding(
               row.Fingerprint, row.Check, row.Rule, row.Criteria, row.Impact, row.Message,
               row.Pages, finding.Occurrences is [var first, ..] ? first.Url : ""),
    ];
}
