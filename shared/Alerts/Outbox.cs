using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>The mails that are owed: their rows, what they tell, and the messages that get them sent.</summary>
public sealed class Outbox(ITable<OutboxRow> rows, ITable<OwedMailRow> owed, IBlobs blobs, IQueues queues, TimeProvider clock)
{
    /// <summary>Freezes what a group of mails tells. The first telling stands.</summary>
    internal Task FreezeAsync(string group, AlertFacts facts, CancellationToken cancellation) =>
        blobs.TryCreateJsonAsync(AlertKeys.Facts(group), facts, cancellation);

    /// <summary>What a mail tells; null when it was erased.</summary>
    internal Task<AlertFacts?> FactsAsync(OutboxRow row, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<AlertFacts>(AlertKeys.Facts(AlertKeys.GroupOf(row.RowKey)), cancellation);

    /// <summary>
    /// Owes a mail whose facts are frozen. A key that is there already is no error: its row stands as it is, and its message is sent again
    /// only while it is pending, in case the first was never sent.
    /// </summary>
    internal async Task OweAsync(OutboxRow row, CancellationToken cancellation)
    {
        await owed.PutAsync(
            new OwedMailRow
            {
                PartitionKey = OwedMailRow.Partition,
                RowKey = OwedMailRow.KeyOf(row.PartitionKey, row.RowKey),
                CreatedAt = clock.GetUtcNow(),
            },
            cancellation);
        OutboxRow? stored = await rows.TryInsertAsync(row, cancellation) ?? await rows.FindAsync(row.PartitionKey, row.RowKey, cancellation);
        if (stored is { State: OutboxState.Pending })
            await queues.SendAsync(AlertKeys.Message(stored), cancellation);
    }

    /// <summary>Owes the opt-in mail of an address; however often it is owed, there is one.</summary>
    internal async Task AskAsync(AgencyRow agency, RecipientRow recipient, CancellationToken cancellation)
    {
        string group = AlertKeys.OfOptIn(recipient);
        await FreezeAsync(group, AlertFacts.OptIn(agency), cancellation);
        await OweAsync(NewRow(AlertKind.OptIn, group, recipient), cancellation);
    }

    /// <summary>A row that is not stored yet, pending from now.</summary>
    internal OutboxRow NewRow(AlertKind kind, string group, RecipientRow recipient)
    {
        DateTimeOffset now = clock.GetUtcNow();
        return new OutboxRow
        {
            PartitionKey = recipient.PartitionKey,
            RowKey = AlertKeys.Of(group, recipient.RowKey),
            Kind = kind,
            State = OutboxState.Pending,
            Recipient = recipient.RowKey,
            CreatedAt = now,
            NextAttemptAt = now,
        };
    }

    /// <summary>Makes a pending row's message due after the delay.</summary>
    internal Task EnqueueAsync(OutboxRow row, TimeSpan delay, CancellationToken cancellation) =>
        queues.SendAsync(AlertKeys.Message(row), delay, cancellation);

    /// <summary>A mail has come to its end: nothing is owed any more.</summary>
    internal Task SettledAsync(OutboxRow row, CancellationToken cancellation) =>
        owed.DeleteAsync(OwedMailRow.Partition, OwedMailRow.KeyOf(row.PartitionKey, row.RowKey), cancellation);
}
