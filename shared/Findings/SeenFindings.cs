using Monitor.Shared.Regulations;

namespace Monitor.Shared.Findings;

/// <summary>Steps of findings that the scan saw.</summary>
internal sealed class SeenFindings(ScanObservations scan, SolutionHistory history)
{
    /// <summary>The step. A predecessor is the finding it continues after a change of template.</summary>
    public FindingTransition Decide(string fingerprint, KnownFinding? known, FindingEvidence evidence, KnownFinding? predecessor)
    {
        IReadOnlyList<OccurrenceRow> occurrences = OccurrenceSteps.Seen(fingerprint, evidence, scan);
        FindingRow row = Observed(fingerprint, known, evidence) with { Pages = occurrences.Count };
        return new FindingTransition(known?.Row.State, Step(row, known, evidence, predecessor), occurrences);
    }

    private FindingRow Step(FindingRow row, KnownFinding? known, FindingEvidence evidence, KnownFinding? predecessor)
    {
        if (predecessor is not null)
            return row.Enter(FindingState.Persisting, scan) with { FirstSeenAt = predecessor.Row.FirstSeenAt };
        if (row.Open && known is not null)
            return row.Enter(FindingState.Persisting, scan);
        if (known is { Row.State: FindingState.Unconfirmed })
            // Seen in an earlier scan, and in this one's first look: that is twice. A second look alone contradicts the first.
            return evidence.SeenFirst.Count > 0 ? row.Enter(Confirmed(row, row.EarlierState, row.EarlierClosedReason), scan) : row.Stay(scan);

        row = row with { FirstMetUnmeasured = evidence.SeenPages.All(p => IsNewGround(p, row)) };
        return evidence.SeenTwice
            ? row.Enter(Confirmed(row, known?.Row.State, known?.Row.ClosedReason), scan)
            : row.Doubt(known is not null, scan);
    }

    // Only what was measured clean before can be new. What was closed without repair has been there all along.
    private static FindingState Confirmed(FindingRow row, FindingState? earlier, ClosedReason? closed) => (earlier, closed) switch
    {
        (FindingState.Fixed, _) => FindingState.Reopened,
        (FindingState.Closed, ClosedReason.NotRequired) => FindingState.FirstSeen,
        _ when row.FirstMetUnmeasured => FindingState.FirstSeen,
        (FindingState.Closed, ClosedReason.PageGone or ClosedReason.EngineChanged or ClosedReason.Replaced) => FindingState.Persisting,
        _ => FindingState.New,
    };

    // Ground is new where no regulation that asks for one of the criteria has been measured.
    private bool IsNewGround(PageObservation page, FindingRow row) =>
        !history.AuditedPages.Any(audited =>
            (audited.Value.Contains(page.Key) || audited.Value.Contains(page.AskedKey))
            && RegulationCatalogue.Find(audited.Key)?.Requires(row.Criteria) == true);

    private FindingRow Observed(string fingerprint, KnownFinding? known, FindingEvidence evidence)
    {
        PageObservation page = evidence.SeenPages.First();
        SeenCause cause = page.First.Failed.GetValueOrDefault(fingerprint) ?? page.Second!.Failed[fingerprint];
        FindingRow row = known?.Row ?? new FindingRow
        {
            PartitionKey = scan.Scan.Agency.Value,
            RowKey = FindingRow.KeyOf(scan.Scan.Solution, fingerprint),
            FirstSeenAt = scan.At,
        };
        return row with
        {
            Check = cause.Rule.Check,
            Rule = cause.Rule.Rule,
            RuleVersion = cause.Rule.RuleVersion,
            Wcag = string.Join(' ', scan.Regulation.Required(cause.Rule.Wcag)),
            Regulation = scan.Regulation.Id,
            Impact = cause.Rule.Impact,
            Message = cause.Elements[0].Message ?? cause.Rule.Message,
            AccessibleName = cause.Elements[0].AccessibleName,
            Landmark = cause.Elements[0].Landmark,
            LastSeenAt = scan.At,
            AbsencesInARow = 0,
        };
    }
}
