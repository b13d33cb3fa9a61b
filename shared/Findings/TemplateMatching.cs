namespace Monitor.Shared.Findings;

/// <summary>
/// Finds open findings that went on under another fingerprint: a template changed, the fault did not. Matched by rule, accessible name
/// and landmark on a page that lost the one and gained the other, before anything is called new.
/// </summary>
/// <remarks>The old finding closes as replaced, and the new fingerprint goes on as persisting, first seen when the old one was. Being set aside follows the fingerprint and is not inherited.</remarks>
internal sealed class TemplateMatching
{
    private readonly Dictionary<string, string> successors = [];
    private readonly Dictionary<string, KnownFinding> predecessors = [];

    private TemplateMatching(SolutionState before, ScanObservations scan)
    {
        Vanished[] vanished = [.. Vanished.In(before, scan)];
        Appeared[] appeared = [.. Appeared.In(before, scan)];
        foreach (Appeared cause in appeared)
        {
            if (vanished.FirstOrDefault(v => !successors.ContainsKey(v.Finding.Row.Fingerprint) && cause.Continues(v)) is not { } match)
                continue;
            successors[match.Finding.Row.Fingerprint] = cause.Fingerprint;
            predecessors[cause.Fingerprint] = match.Finding;
        }

        int open = before.Findings.Values.Count(f => f.Row.Open);
        MassChange = 2 * Math.Min(vanished.Length, appeared.Count(a => !a.Known)) > open && open > 0;
    }

    /// <summary>Whether more than half of the open fingerprints were replaced by others, matched or not.</summary>
    public bool MassChange { get; }

    /// <summary>Matches the findings that vanished with the causes that appeared. Each is matched once, in the order of fingerprints.</summary>
    public static TemplateMatching Of(SolutionState before, ScanObservations scan) => new(before, scan);

    /// <summary>The fingerprint that a vanished finding continues under; null when it does not.</summary>
    public string? SuccessorOf(string fingerprint) => successors.GetValueOrDefault(fingerprint);

    /// <summary>The finding that a cause continues; null when it continues none.</summary>
    public KnownFinding? PredecessorOf(string fingerprint) => predecessors.GetValueOrDefault(fingerprint);

    private sealed record Vanished(KnownFinding Finding, IReadOnlySet<string> Pages)
    {
        public static IEnumerable<Vanished> In(SolutionState before, ScanObservations scan) =>
            from pair in before.Findings.OrderBy(f => f.Key, StringComparer.Ordinal)
            where pair.Value.Row.Open && !FindingLifeCycle.IsApplied(pair.Value.Row, scan.Scan)
            let evidence = FindingEvidence.Of(pair.Key, pair.Value, scan)
            where !evidence.Seen
            let pages = evidence.Carriers
                .Where(c => c.Verdict is CarrierVerdict.Absent or CarrierVerdict.AbsentTwice or CarrierVerdict.AbsentUnlike)
                .Select(c => c.Occurrence.RowKey).ToHashSet()
            where pages.Count > 0
            select new Vanished(pair.Value, pages);
    }

    private sealed record Appeared(string Fingerprint, bool Known, SeenCause Cause, IReadOnlySet<string> Pages)
    {
        public static IEnumerable<Appeared> In(SolutionState before, ScanObservations scan) =>
            from seen in scan.Pages.Values.SelectMany(p => p.First.Failed.Select(f => (Fingerprint: f.Key, Cause: f.Value, Page: p.Key)))
            group seen by seen.Fingerprint into causes
            orderby causes.Key
            let row = before.Findings.GetValueOrDefault(causes.Key)?.Row
            where row is null || !FindingLifeCycle.IsApplied(row, scan.Scan) && NeverConfirmed(row)
            select new Appeared(causes.Key, row is not null, causes.First().Cause, causes.Select(c => c.Page).ToHashSet());

        public bool Continues(Vanished vanished)
        {
            FindingRow old = vanished.Finding.Row;
            return old.Check == Cause.Rule.Check && old.Rule == Cause.Rule.Rule
                && (old.AccessibleName ?? "") == (Cause.Elements[0].AccessibleName ?? "")
                && (old.Landmark ?? "") == (Cause.Elements[0].Landmark ?? "")
                && Pages.Overlaps(vanished.Pages);
        }

        private static bool NeverConfirmed(FindingRow row) =>
            row is { State: FindingState.Unconfirmed, EarlierState: null } or { State: FindingState.Closed, ClosedReason: ClosedReason.NotConfirmed };
    }
}
