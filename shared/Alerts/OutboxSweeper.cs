using Microsoft.Extensions.Options;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Finds owed mails whose queue message was lost (never sent, or set aside as poison), those left in sending by a dead worker, and held ones whose
/// decision was not carried out. It reads the pointers to unsettled mails, one partition, and those mails: never the whole outbox.
/// </summary>
public sealed class OutboxSweeper(
    ITable<OwedMailRow> owed, ITable<OutboxRow> rows, HeldMails held, Outbox outbox, IOptions<SmtpSettings> settings, TimeProvider clock)
{
    // A message that is only late needs no second one. After every try the wait grows like the sender's own, so that a mail
    // that is poison again and again comes back some times a day, not every few minutes.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    // The pointer is written before its row; one without a row after so long was left by a crash between the two.
    private static readonly TimeSpan Orphaned = TimeSpan.FromHours(1);

    /// <summary>See the class. Does nothing while no mail server is set: the mails wait.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        bool canSend = !string.IsNullOrEmpty(settings.Value.Host);
        await foreach (OwedMailRow pointer in owed.ReadAsync(OwedMailRow.Partition, "", cancellation))
        {
            OutboxRow? row = await rows.FindAsync(pointer.MailPartition, pointer.MailKey, cancellation);
            switch (row?.State)
            {
                case OutboxState.Pending or OutboxState.Sending when canSend && IsOverdue(row):
                    await ReviveAsync(row, cancellation);
                    break;
                case OutboxState.Held:
                    await held.ApplyAsync(row, cancellation);
                    break;
                case OutboxState.Sent or OutboxState.Failed or OutboxState.Discarded:
                    await outbox.SettledAsync(row, cancellation);
                    break;
                case null when clock.GetUtcNow() - pointer.CreatedAt > Orphaned:
                    await owed.DeleteAsync(pointer.PartitionKey, pointer.RowKey, cancellation);
                    break;
            }
        }
    }

    private bool IsOverdue(OutboxRow row)
    {
        DateTimeOffset due = (row.State == OutboxState.Sending ? row.SendingUntil : null) ?? row.NextAttemptAt;
        TimeSpan backoff = SendAlertHandler.Backoff(row.Attempts);
        return clock.GetUtcNow() > due + (backoff > Grace ? backoff : Grace);
    }

    private async Task ReviveAsync(OutboxRow row, CancellationToken cancellation)
    {
        // Replaced under its ETag: a worker that has just taken it up wins.
        OutboxRow revived = row with { State = OutboxState.Pending, SendingUntil = null, NextAttemptAt = clock.GetUtcNow(), Attempts = row.Attempts + 1 };
        if (await rows.TryReplaceAsync(revived, cancellation) is { } stored)
            await outbox.EnqueueAsync(stored, TimeSpan.Zero, cancellation);
    }
}
