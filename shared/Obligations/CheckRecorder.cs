using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;

namespace Monitor.Shared.Obligations;

/// <summary>Stores what a check came to, and tells the agency when what a law in force demands of it is not met.</summary>
public sealed class CheckRecorder(ComplianceRecorder recorder, AlertPlanner alerts)
{
    /// <summary>Records it for every row that the check judges. Doing so twice changes nothing but the time of asking, and makes no further mail.</summary>
    public async Task RecordAsync(AgencyRow agency, IObligationCheck check, ObligationResult result, CancellationToken cancellation)
    {
        foreach (string id in check.Obligations)
        {
            ComplianceRow row = await recorder.RecordAsync(agency.OrgNumber, id, result, cancellation);
            if (!check.ToldElsewhere && AlertOf(agency, id, row) is { } alert)
                await alerts.PlanObligationAsync(agency, alert, cancellation);
        }
    }

    // One mail for one turn: an outage in between, after which the same is seen again, is no new turn.
    private static ObligationAlert? AlertOf(AgencyRow agency, string id, ComplianceRow row) =>
        row is { Outcome: ObligationOutcome.NotMet, SettledSince: { } since }
        && ObligationCatalogue.Find(id) is { Kind: ObligationKind.Requirement, Basis: { Status: LegalStatus.InForce } basis } obligation
        && Addressees.Bind(obligation, BodyFacts.Of(agency)).IsBound
            ? new ObligationAlert(id, obligation.Texts, basis.Names.In(agency.Language), row.Edition, since, EvidenceList.Read(row.EvidenceJson))
            : null;
}
