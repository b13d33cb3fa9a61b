namespace Monitor.Shared.Findings;

/// <summary>Steps of findings that are not over and that the scan did not see.</summary>
/// <remarks>
/// "Still audited" is every page that carries the finding, except one gone in two scans and one that two scans did not sample: open findings
/// keep their pages in the sample, so it is out of scope by now or refused to us. Such pages never make a finding fixed; they only stop
/// keeping it from being fixed where it is still looked for.
/// </remarks>
internal sealed class UnseenFindings(ScanObservations scan)
{
    private const int AbsencesThatClose = 2;

    /// <summary>Of an open finding: gone only where it was looked for, twice, by the same rule.</summary>
    public FindingTransition Open(KnownFinding known, FindingEvidence evidence)
    {
        FindingRow row = known.Row;
        IReadOnlyList<OccurrenceRow> left = OccurrenceSteps.Unseen(evidence);
        CarrierVerdict[] verdicts = StillAudited(evidence);
        if (left.Count == 0 && evidence.Carriers.Count > 0)
            return new FindingTransition(row.State, row.Close(ClosedReason.PageGone, scan), null);
        if (Unknown(verdicts) is { } reason)
            return Step(row, row.NotVerified(reason, scan), left);
        if (verdicts.Contains(CarrierVerdict.AbsentUnlike))
        {
            FindingRow absent = row with { AbsencesInARow = row.AbsencesInARow + 1 };
            return absent.AbsencesInARow >= AbsencesThatClose
                ? new FindingTransition(row.State, absent.Close(ClosedReason.EngineChanged, scan), null)
                : Step(row, absent.NotVerified(NotVerifiedReason.EngineChanged, scan), left);
        }
        return verdicts.Contains(CarrierVerdict.AbsentTwice)
            ? new FindingTransition(row.State, row.Enter(FindingState.Fixed, scan) with { AbsencesInARow = 0 }, null)
            : Step(row, row.NotVerified(NotVerifiedReason.NoSecondLook, scan), left);
    }

    /// <summary>Of an unconfirmed one: the next scan that looks decides. What could not be looked for stays unconfirmed.</summary>
    public FindingTransition Unconfirmed(KnownFinding known, FindingEvidence evidence)
    {
        FindingRow row = known.Row;
        IReadOnlyList<OccurrenceRow> left = OccurrenceSteps.Unseen(evidence);
        if (left.Count == 0 && evidence.Carriers.Count > 0)
            return new FindingTransition(row.State, row.Dismiss(ClosedReason.PageGone, scan), null);
        return Unknown(StillAudited(evidence)) is null or NotVerifiedReason.CantTell
            ? new FindingTransition(row.State, row.Dismiss(ClosedReason.NotConfirmed, scan), null)
            : Step(row, row.Stay(scan), left);
    }

    private static FindingTransition Step(FindingRow before, FindingRow after, IReadOnlyList<OccurrenceRow> left) =>
        new(before.State, after with { Pages = left.Count }, left);

    private static CarrierVerdict[] StillAudited(FindingEvidence evidence) =>
        [.. evidence.Carriers.Where(c => c.StillAudited).Select(c => c.Verdict)];

    private static NotVerifiedReason? Unknown(CarrierVerdict[] verdicts) =>
        verdicts.Length == 0 ? NotVerifiedReason.NotSampled
        : verdicts.Contains(CarrierVerdict.Unmeasured) ? NotVerifiedReason.PageNotAudited
        : verdicts.Contains(CarrierVerdict.RuleDidNotRun) ? NotVerifiedReason.RuleDidNotRun
        : verdicts.Contains(CarrierVerdict.Gone) ? NotVerifiedReason.PageGone
        : verdicts.Contains(CarrierVerdict.NotSampled) ? NotVerifiedReason.NotSampled
        : verdicts.Contains(CarrierVerdict.Doubtful) ? NotVerifiedReason.CantTell
        : null;
}
