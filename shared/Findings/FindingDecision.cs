using Monitor.Shared.Regulations;

namespace Monitor.Shared.Findings;

/// <summary>Decides one finding's step.</summary>
internal sealed class FindingDecision(ScanObservations scan, SolutionHistory history)
{
    private readonly SeenFindings seen = new(scan, history);
    private readonly UnseenFindings unseen = new(scan);

    /// <summary>The step; null when the scan says nothing about the finding.</summary>
    public FindingTransition? Decide(string fingerprint, KnownFinding? known, FindingEvidence evidence, TemplateMatching matching)
    {
        if (evidence.Seen)
            return seen.Decide(fingerprint, known, evidence, matching.PredecessorOf(fingerprint));
        if (known is null || known.Over)
            return null;
        if (!scan.Regulation.Requires(known.Row.Criteria))
            return new FindingTransition(known.Row.State, known.Row.Close(ClosedReason.NotRequired, scan), null);
        if (matching.SuccessorOf(fingerprint) is { } successor)
            return new FindingTransition(known.Row.State, known.Row.Close(ClosedReason.Replaced, scan) with { ReplacedBy = successor }, null);
        return known.Row.State == FindingState.Unconfirmed ? unseen.Unconfirmed(known, evidence) : unseen.Open(known, evidence);
    }
}
