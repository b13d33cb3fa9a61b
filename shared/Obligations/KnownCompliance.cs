namespace Monitor.Shared.Obligations;

/// <summary>What has been observed and declared for one agency.</summary>
public sealed class KnownCompliance
{
    private const string SiteProbe = "1.8-universal-design";
    private readonly Dictionary<string, ComplianceRow> rows;

    /// <summary>Takes an agency's rows.</summary>
    public KnownCompliance(IEnumerable<ComplianceRow> rows) => this.rows = rows.ToDictionary(r => r.RowKey);

    /// <summary>Whether a solution has been measured: what the check that only needs that has told.</summary>
    public bool SiteMeasured =>
        rows.GetValueOrDefault(ComplianceRow.Observed(SiteProbe)) is { Outcome: not ObligationOutcome.Untested };

    /// <summary>What was observed, in the current edition; a sign alone is never a verdict, whatever a check says.</summary>
    internal ComplianceRow? Observed(Obligation obligation)
    {
        ComplianceRow? row = rows.GetValueOrDefault(ComplianceRow.Observed(obligation.JudgedAs));
        if (row is null || row.Edition != ObligationCatalogue.Current.Id)
            return null;
        bool verdict = row.Outcome is ObligationOutcome.Met or ObligationOutcome.NotMet;
        return verdict && !obligation.Control.Contains(ObligationControl.Auto)
            ? row with { Outcome = ObligationOutcome.CantTell, Reason = ObligationReasons.IndicatorOnly }
            : row;
    }

    /// <summary>What is declared, if that counts: the row may be declared on, and it is under a year old.</summary>
    internal ComplianceRow? Declared(Obligation obligation, DateTimeOffset now) =>
        NewestDeclared(obligation) is { } row && DeclarationBook.CountsUntil(row.CheckedAt) > now ? row : null;

    /// <summary>What was declared last, however long ago.</summary>
    internal ComplianceRow? NewestDeclared(Obligation obligation)
    {
        ComplianceRow? row = obligation.Declarable ? rows.GetValueOrDefault(ComplianceRow.Declared(obligation.JudgedAs)) : null;
        return row is { Outcome: ObligationOutcome.Met or ObligationOutcome.NotMet or ObligationOutcome.NotApplicable } ? row : null;
    }
}
