using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Findings;

/// <summary>
/// The life cycle of findings as one pure function: the state before a scan and what the scan observed give the transitions.
/// The order of pages does not matter, a scan that audited nothing changes nothing, and a scan applied already is not applied again.
/// </summary>
internal static class FindingLifeCycle
{
    /// <summary>The transitions of a scan.</summary>
    public static Transitions Apply(SolutionState before, ScanObservations scan)
    {
        if (!scan.AnyAudited)
            return new Transitions([], before.History, MassChange: false);

        var matching = TemplateMatching.Of(before, scan);
        var decision = new FindingDecision(scan, before.History);
        List<FindingTransition> transitions = [];
        foreach (string fingerprint in Fingerprints(before, scan))
        {
            KnownFinding? known = before.Findings.GetValueOrDefault(fingerprint);
            if (known is not null && IsApplied(known.Row, scan.Scan))
                continue;
            if (decision.Decide(fingerprint, known, FindingEvidence.Of(fingerprint, known, scan), matching) is { } transition)
                transitions.Add(transition);
        }
        return new Transitions(transitions, HistoryAdvance.By(scan, before, transitions, matching.MassChange), matching.MassChange);
    }

    /// <summary>Whether the scan, or a later one, was applied to the finding before.</summary>
    public static bool IsApplied(FindingRow row, ScanId scan) => !ScanOrder.IsLater(scan.ToString(), row.LastScanApplied);

    private static IEnumerable<string> Fingerprints(SolutionState before, ScanObservations scan) =>
        scan.AuditedLooks.SelectMany(s => s.Failed.Keys).Concat(before.Findings.Keys).Distinct().Order(StringComparer.Ordinal);
}
