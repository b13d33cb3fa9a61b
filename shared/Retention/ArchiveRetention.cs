using System.Globalization;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Retention;

/// <summary>
/// Deletes what is older than the archival period: the audit log by days, decided tasks, decisions of erased agencies, and of each agency
/// the declarations and outcomes that newer ones have taken the place of. And the texts of mails that came to their end, which hold addresses,
/// once they are older than evidence is kept; their rows stay, since by them a mail is never sent twice.
/// </summary>
public sealed class ArchiveRetention(
    ITable<AuditRow> audit,
    ITable<TaskRow> tasks,
    ITable<DecisionRow> decisions,
    ITable<DeclarationRow> declarations,
    ITable<ComplianceRow> compliance,
    ITable<ComplianceHistoryRow> history,
    ITable<OwedMailRow> owed,
    IBlobs blobs,
    IBlobAges ages)
{
    private const string Mails = "mail/";

    /// <summary>What belongs to one agency.</summary>
    public async Task SweepAsync(OrgNumber agency, DateTimeOffset before, CancellationToken cancellation)
    {
        HashSet<string> newest = [];
        await foreach (DeclarationRow row in declarations.ReadAsync(agency.Value, "", cancellation))
        {
            // Newest first: the first of each obligation stands.
            if (!newest.Add(row.Obligation) && row.At < before)
                await declarations.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }
        HashSet<string> standing = [];
        await foreach (ComplianceRow row in compliance.ReadAsync(agency.Value, "", cancellation))
        {
            if (row.OutcomeSince is { } since)
                standing.Add(ComplianceHistoryRow.KeyOf(row.RowKey, since));
        }
        await foreach (ComplianceHistoryRow row in history.ReadAsync(agency.Value, "", cancellation))
        {
            if (row.Since < before && !standing.Contains(row.RowKey))
                await history.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }
    }

    /// <summary>What belongs to none alone.</summary>
    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        string firstDay = before.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        await foreach (AuditRow row in audit.ReadAllAsync(cancellation))
        {
            // Oldest day first, so no more is read than goes.
            if (string.CompareOrdinal(row.PartitionKey, firstDay) >= 0)
                break;
            await audit.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }
        await foreach (TaskRow task in tasks.ReadAsync(TaskRow.Partition, "", cancellation))
        {
            if (task.DecidedAt < before)
                await tasks.DeleteAsync(task.PartitionKey, task.RowKey, cancellation);
        }
        await foreach (DecisionRow row in decisions.ReadAllAsync(cancellation))
        {
            if (row.ArchivedAt < before)
                await decisions.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }
    }

    /// <summary>The texts of mails that are no longer owed.</summary>
    public async Task SweepMailsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        HashSet<string> needed = [];
        await foreach (OwedMailRow row in owed.ReadAsync(OwedMailRow.Partition, "", cancellation))
            needed.UnionWith([AlertKeys.Mail(row.MailKey), AlertKeys.Facts(AlertKeys.GroupOf(row.MailKey))]);
        await foreach (string name in ages.ListOlderAsync(Mails, before, cancellation))
        {
            if (!needed.Contains(name))
                await blobs.DeleteAsync(name, cancellation);
        }
    }
}
