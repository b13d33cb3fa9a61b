using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>Tells an agency by mail when what a law in force demands of it is confirmed not to be met.</summary>
public sealed class ObligationWatch
{
    private readonly HashSet<string> toldElsewhere;
    private readonly ITable<AgencyRow> agencies;
    private readonly ITable<ComplianceRow> compliance;
    private readonly AlertPlanner alerts;

    internal ObligationWatch(IEnumerable<IObligationCheck> checks, ITable<AgencyRow> agencies, ITable<ComplianceRow> compliance, AlertPlanner alerts)
    {
        toldElsewhere = [.. checks.Where(c => c.ToldElsewhere).SelectMany(c => c.Obligations)];
        this.agencies = agencies;
        this.compliance = compliance;
        this.alerts = alerts;
    }

    /// <summary>
    /// Tells of everything that stands so, to be called whenever outcomes were stored. One mail for one turn, however often it is called: an outage in
    /// between, after which the same is seen again, is no new turn.
    /// </summary>
    public async Task TellAsync(OrgNumber number, CancellationToken cancellation)
    {
        if (await agencies.FindAsync(number, cancellation) is not { DeregisteredAt: null } agency)
            return;
        await foreach (ComplianceRow row in compliance.ReadAsync(number.Value, "", cancellation))
        {
            if (AlertOf(agency, row) is { } alert)
                await alerts.PlanObligationAsync(agency, alert, cancellation);
        }
    }

    private ObligationAlert? AlertOf(AgencyRow agency, ComplianceRow row) =>
        row is { Outcome: ObligationOutcome.NotMet, SettledSince: { } since }
        && ComplianceRow.ObligationOf(row.RowKey) is { } id && !toldElsewhere.Contains(id)
        && ObligationCatalogue.Find(id) is { Kind: ObligationKind.Requirement, Basis: { Status: LegalStatus.InForce } basis } obligation
        && Addressees.Bind(obligation, BodyFacts.Of(agency)).IsBound
            ? new ObligationAlert(id, obligation.Texts, basis.Names.In(agency.Language), row.Edition, since, row.SettledTurn, EvidenceList.Read(row.EvidenceJson))
            : null;
}
