using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Retention;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Agencies;

/// <summary>
/// Erases what is kept of an agency: evidence, contacts, scans, findings and keys. What was decided is put into the archive first, without what a person
/// could be known by, and is kept with the audit log for the archival period. Repeatable: each row goes after what it leads to,
/// and the agency's own row last, so that an interrupted run is finished by the timer.
/// </summary>
public sealed class AgencyEraser(
    ITable<AgencyRow> agencies,
    ITable<KeyRow> keys,
    ITable<TaskRow> tasks,
    ITable<ComplianceRow> compliance,
    ITable<ComplianceHistoryRow> history,
    ITable<DeclarationRow> declarations,
    DecisionArchive archive,
    SolutionEraser solutions,
    AlertEraser alerts)
{
    /// <summary>See the class.</summary>
    public async Task EraseAsync(OrgNumber agency, CancellationToken cancellation)
    {
        await archive.KeepAsync(agency, cancellation);
        await foreach (KeyRow key in keys.ReadAsync(KeyRow.Partition, "", cancellation))
        {
            if (key.OrgNumber == agency.Value)
                await keys.DeleteAsync(key.PartitionKey, key.RowKey, cancellation);
        }
        await alerts.EraseAsync(agency, cancellation);
        await foreach (TaskRow task in tasks.ReadAsync(TaskRow.Partition, "", cancellation))
        {
            if (task.OrgNumber == agency.Value)
                await tasks.DeleteAsync(task.PartitionKey, task.RowKey, cancellation);
        }
        await solutions.EraseAsync(agency, cancellation);
        await compliance.DeletePartitionAsync(agency.Value, cancellation);
        await history.DeletePartitionAsync(agency.Value, cancellation);
        await declarations.DeletePartitionAsync(agency.Value, cancellation);
        await agencies.DeleteAsync(AgencyRow.Partition, agency.Value, cancellation);
    }

    /// <summary>Finishes the erasures that were begun: whoever asked may have gone, or we may have died.</summary>
    public async Task FinishAsync(CancellationToken cancellation)
    {
        await foreach (AgencyRow agency in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (agency.ErasureRequestedAt is not null)
                await EraseAsync(agency.OrgNumber, cancellation);
        }
    }
}
