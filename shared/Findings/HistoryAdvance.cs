using Monitor.Shared.Domain;

namespace Monitor.Shared.Findings;

/// <summary>Adds a scan to what was measured before.</summary>
internal static class HistoryAdvance
{
    public static SolutionHistory By(ScanObservations scan, SolutionState known, IReadOnlyList<FindingTransition> transitions, bool massChange)
    {
        SolutionHistory before = known.History;
        var versions = new SortedDictionary<string, string>(before.RuleVersions.ToDictionary(), StringComparer.Ordinal);
        List<string> changed = [];
        foreach ((string rule, string version) in RanIn(scan))
        {
            if (before.RuleVersions.Count > 0 && before.RuleVersions.GetValueOrDefault(rule) != version)
                changed.Add(rule);
            versions[rule] = version;
        }
        return new SolutionHistory(scan.Scan.ToString(), Pages(scan, before), versions, changed)
        {
            Doubted = Doubted(known, transitions, changed, massChange),
        };
    }

    private static SortedDictionary<string, string> Doubted(
        SolutionState known, IReadOnlyList<FindingTransition> transitions, IReadOnlyCollection<string> changedRules, bool massChange)
    {
        Dictionary<string, FindingRow> rows = known.Findings.ToDictionary(f => f.Key, f => f.Value.Row);
        foreach (FindingTransition transition in transitions)
            rows[transition.After.Fingerprint] = transition.After;

        var doubted = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string fingerprint, FindingRow row) in rows.Where(r => r.Value.State == FindingState.Unconfirmed))
        {
            string? code = known.History.Doubted.GetValueOrDefault(fingerprint)
                ?? (changedRules.Contains(SolutionHistory.RuleKey(row.Check, row.Rule)) ? ScanChangesBuilder.EngineChange
                    : massChange ? ScanChangesBuilder.MassChange
                    : null);
            if (code is not null)
                doubted[fingerprint] = code;
        }
        return doubted;
    }

    private static SortedDictionary<string, IReadOnlyList<string>> Pages(ScanObservations scan, SolutionHistory before)
    {
        var pages = new SortedDictionary<string, IReadOnlyList<string>>(before.AuditedPages.ToDictionary(), StringComparer.Ordinal);
        IEnumerable<string> audited = scan.Pages.Values.Where(p => p.Audited).SelectMany(p => new[] { p.Key, p.AskedKey });
        pages[scan.Regulation.Id] = [.. pages.GetValueOrDefault(scan.Regulation.Id, []).Concat(audited).Distinct().Order(StringComparer.Ordinal)];
        return pages;
    }

    // While a release rolls out, a rule may run in two versions in one scan; the later one counts.
    private static IEnumerable<(string Rule, string Version)> RanIn(ScanObservations scan) => scan.AuditedLooks
        .SelectMany(s => s.Rules)
        .Where(r => r.Value.Outcome != Outcome.Untested)
        .GroupBy(r => r.Key, r => r.Value.RuleVersion)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => (g.Key, g.Max(StringComparer.Ordinal)!));
}
