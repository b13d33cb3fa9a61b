using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>Erases what this part keeps of an agency: its contacts and their consent, and every mail owed or sent. Repeatable.</summary>
public sealed class AlertEraser(
    ITable<ContactListRow> lists, ITable<RecipientRow> recipients, ITable<OutboxRow> rows, IBlobs blobs, Outbox outbox)
{
    /// <summary>See the class.</summary>
    public async Task EraseAsync(OrgNumber agency, CancellationToken cancellation)
    {
        // The list first: without it nobody is mailed. Each row last, after the blobs it leads to.
        await lists.DeleteAsync(ContactListRow.PartitionOf(agency), ContactListRow.Key, cancellation);
        await recipients.DeletePartitionAsync(agency.Value, cancellation);
        await foreach (OutboxRow row in rows.ReadAsync(agency.Value, "", cancellation))
        {
            await blobs.DeleteAsync(AlertKeys.Mail(row.RowKey), cancellation);
            await blobs.DeleteAsync(AlertKeys.Facts(AlertKeys.GroupOf(row.RowKey)), cancellation);
            await outbox.SettledAsync(row, cancellation);
            await rows.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
        }
    }
}
