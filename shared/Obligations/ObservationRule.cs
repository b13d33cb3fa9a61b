namespace Monitor.Shared.Obligations;

/// <summary>
/// How one more observation changes what stands (docs/obligations.md, rules 1 and 2). Pure: the same row, result and moment give the same row.
/// </summary>
public static class ObservationRule
{
    /// <summary>How far apart the two observations of a registry's not-met are, at least.</summary>
    public static readonly TimeSpan SecondObservationAfter = TimeSpan.FromHours(20);

    /// <summary>The row as it stands after the observation; keys and ETag are the former row's.</summary>
    /// <param name="former">What stood; null when nothing did.</param>
    /// <param name="result">What a check has come to now.</param>
    /// <param name="edition">The edition it is judged by.</param>
    /// <param name="now">The moment of the observation (UTC).</param>
    public static ComplianceRow Next(ComplianceRow? former, ObligationResult result, string edition, DateTimeOffset now)
    {
        ComplianceRow row = (former ?? new ComplianceRow { CheckedAt = now }) with { Edition = edition, RuleVersion = result.RuleVersion, AskedAt = now };
        row = (result, former) switch
        {
            // What was settled before waits in its own columns: it counts again when the source answers, and is not shown meanwhile.
            ({ Determined: false }, _) =>
                row with { Outcome = ObligationOutcome.Untested, Reason = result.Reason, EvidenceJson = EvidenceList.Write(result.Evidence) },
            ({ Outcome: ObligationOutcome.NotMet, NeedsSecondObservation: true }, { Settled: ObligationOutcome.NotMet }) => Settle(row, result, now),
            ({ Outcome: ObligationOutcome.NotMet, NeedsSecondObservation: true }, { Candidate: ObligationOutcome.NotMet, CandidateSince: { } since })
                when now - since >= SecondObservationAfter => Settle(row, result, now),
            ({ Outcome: ObligationOutcome.NotMet, NeedsSecondObservation: true }, _) => Await(row, result, now),
            _ => Settle(row, result, now),
        };
        return former is null || former.Outcome != row.Outcome ? row with { OutcomeSince = now } : row;
    }

    private static ComplianceRow Settle(ComplianceRow row, ObligationResult result, DateTimeOffset now) => row with
    {
        Outcome = result.Outcome,
        Reason = result.Reason,
        Candidate = null,
        CandidateSince = null,
        CandidateEvidenceJson = null,
        EvidenceJson = EvidenceList.Write(result.Evidence),
        Settled = result.Outcome,
        SettledSince = row.Settled == result.Outcome ? row.SettledSince : now,
        SettledTurn = row.Settled == result.Outcome ? row.SettledTurn : row.SettledTurn + 1,
        SettledEvidenceJson = EvidenceList.Write(result.Evidence),
        CheckedAt = now,
    };

    private static ComplianceRow Await(ComplianceRow row, ObligationResult result, DateTimeOffset now) => row with
    {
        Outcome = row.Settled is { } settled and not ObligationOutcome.Untested ? settled : ObligationOutcome.CantTell,
        EvidenceJson = row.SettledEvidenceJson ?? "[]",
        Reason = ObligationReasons.SecondCheckDue,
        Candidate = ObligationOutcome.NotMet,
        CandidateSince = row.Candidate == ObligationOutcome.NotMet ? row.CandidateSince : now,
        CandidateEvidenceJson = EvidenceList.Write(result.Evidence),
        CheckedAt = now,
    };
}
