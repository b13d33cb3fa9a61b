using Monitor.Shared.Agencies;

namespace Monitor.Shared.Obligations;

/// <summary>Puts a matrix together by the rules of docs/obligations.md: who is bound, what takes precedence, why the rest is untested. Pure.</summary>
public static class ComplianceMatrixBuilder
{
    /// <summary>Builds the matrix.</summary>
    /// <param name="name">The agency's name; null when unknown.</param>
    /// <param name="body">What decides whom obligations bind.</param>
    /// <param name="known">What is known of obligations.</param>
    /// <param name="checkedAt">When the registries were last asked; null for never.</param>
    /// <param name="now">The moment declarations are aged at (UTC).</param>
    public static ComplianceMatrix Build(string? name, BodyFacts body, KnownCompliance known, DateTimeOffset? checkedAt, DateTimeOffset now) => new(
        ComplianceMatrix.CurrentSchema,
        new ComplianceAgency(body.OrgNumber, name, body.Type, body.Ministry && body.Type == BodyType.State),
        ObligationCatalogue.Current.Id,
        checkedAt,
        [.. ObligationCatalogue.Current.Obligations.Select(o => Entry(o, body, known, now))]);

    internal static ObligationEntry Entry(Obligation obligation, BodyFacts body, KnownCompliance known, DateTimeOffset now)
    {
        ComplianceRow? observed = known.Observed(obligation);
        Binding binding = Addressees.Bind(obligation, body);
        if (!binding.IsBound)
        {
            ObligationOutcome outcome = binding == Binding.NotAddressed ? ObligationOutcome.NotApplicable : ObligationOutcome.Untested;
            return Of(obligation, ObligationBasis.None, outcome, binding.Reason, observed);
        }

        ComplianceRow? declared = known.Declared(obligation, now);
        ObligationEntry entry = (observed?.Outcome, declared) switch
        {
            (ObligationOutcome.NotMet or ObligationOutcome.Met, _) => Of(obligation, ObligationBasis.Observed, observed.Outcome, observed.Reason, observed),
            (_, not null) => Of(obligation, ObligationBasis.Declared, declared.Outcome, declared.Reason, declared, observed),
            (ObligationOutcome.CantTell, _) => Of(obligation, ObligationBasis.Observed, observed.Outcome, observed.Reason, observed),
            _ => Of(obligation, ObligationBasis.None, ObligationOutcome.Untested, observed?.Reason ?? WhyUntested(obligation, known), observed),
        };
        // A verdict of our own leaves nothing to declare.
        bool settled = entry is { Basis: ObligationBasis.Observed, Outcome: ObligationOutcome.Met or ObligationOutcome.NotMet };
        return obligation.Declarable && !settled ? entry with { Declaration = DeclarationStanding.Of(known.NewestDeclared(obligation), now) } : entry;
    }

    private static string WhyUntested(Obligation obligation, KnownCompliance known) =>
        obligation.AboutSite && !known.SiteMeasured ? ObligationReasons.NoScan
        : obligation.Declarable ? ObligationReasons.NotDeclared
        : ObligationReasons.NoCheck;

    private static ObligationEntry Of(
        Obligation obligation, ObligationBasis basis, ObligationOutcome outcome, string? reason, params ComplianceRow?[] sources) =>
        new(obligation.Id, obligation.Control, obligation.Kind, basis, outcome, reason, [.. sources.SelectMany(EvidenceOf)])
        {
            RuleVersion = sources.Select(s => s?.RuleVersion).FirstOrDefault(v => v is not null),
        };

    private static IEnumerable<Evidence> EvidenceOf(ComplianceRow? row) =>
        row is null ? [] : [.. EvidenceList.Read(row.EvidenceJson), .. EvidenceList.Read(row.CandidateEvidenceJson)];
}
