using Microsoft.Extensions.Logging;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Sends one mail of the outbox: pending → sending, under the row's ETag and for a limited time → sent, failed, discarded or pending again.
/// Two deliveries of one message never send twice: one of them takes the row. What can double a mail is a stop between the server's 250 and our row,
/// and then it is the same mail byte for byte.
/// </summary>
public sealed partial class SendAlertHandler(
    ITable<OutboxRow> rows, ITable<RecipientRow> recipients, Outbox outbox, AlertComposer composer, IMailSender sender, TimeProvider clock,
    ILogger<SendAlertHandler> log)
{
    /// <summary>How long a worker has a row to itself: longer than a function may run, so that whoever held a lapsed one is gone.</summary>
    internal static readonly TimeSpan Lease = TimeSpan.FromMinutes(6);

    /// <summary>
    /// Times that the server may put one mail off (4xx) before it counts as refused: with the back-off, about five days (RFC 5321 section 4.5.4.1).
    /// A server that cannot be reached does not use them up.
    /// </summary>
    internal const int MaxDeferrals = 28;

    // Clocks of queue and worker differ a little; a message on time must not be taken for one ahead of time.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestBackoff = TimeSpan.FromHours(6);

    /// <summary>The wait after so many attempts: a minute, doubled each time, up to six hours.</summary>
    internal static TimeSpan Backoff(int attempts) =>
        attempts > 9 ? LongestBackoff : TimeSpan.FromMinutes(Math.Pow(2, Math.Max(0, attempts - 1)));

    /// <summary>See the class. Trouble with the mail server is no exception: the row waits for its next attempt.</summary>
    public async Task HandleAsync(SendAlertMessage message, CancellationToken cancellation)
    {
        // Mails wait in the outbox while no server is set; the sweeper brings them back when one is.
        if (!sender.Configured || await rows.FindAsync(message.Partition, message.Key, cancellation) is not { } row)
            return;

        DateTimeOffset now = clock.GetUtcNow();
        if (row.State == OutboxState.Sending && row.SendingUntil > now)
        {
            // Another worker is at it. If it died, this message is the one that finds out.
            await outbox.EnqueueAsync(row, row.SendingUntil.Value - now, cancellation);
            return;
        }
        if (row.State is not (OutboxState.Pending or OutboxState.Sending) || row.NextAttemptAt > now + ClockTolerance)
            return;

        if (await recipients.FindAsync(row.PartitionKey, row.Recipient, cancellation) is not { } recipient || !Wants(recipient, row.Kind))
        {
            await SettleAsync(row, OutboxState.Discarded, null, cancellation);
            return;
        }
        // Rendered before the row is taken: whatever throws here leaves it pending, and the queue tries again.
        if (await composer.RenderAsync(row, recipient, cancellation) is not { } mail)
        {
            await SettleAsync(row, OutboxState.Failed, "nothing to tell", cancellation);
            return;
        }

        OutboxRow taking = row with { State = OutboxState.Sending, SendingUntil = now + Lease, Attempts = row.Attempts + 1 };
        if (await rows.TryReplaceAsync(taking, cancellation) is not { } taken)
            return;
        // What the server said is noted even when the host is stopping: a note lost is a mail doubled.
        SendResult result = await sender.SendAsync(mail, recipient.Email, () => SettleAsync(taken, OutboxState.Sent, null, CancellationToken.None), cancellation);
        await NoteAsync(taken, result);
    }

    private static bool Wants(RecipientRow recipient, AlertKind kind) =>
        recipient.Email.Length > 0 && recipient.Consent == (kind == AlertKind.OptIn ? ConsentState.Asked : ConsentState.Confirmed);

    private async Task NoteAsync(OutboxRow row, SendResult result)
    {
        bool gaveUp = result.Outcome == SendOutcome.Deferred && row.Deferrals + 1 >= MaxDeferrals;
        if (result.Outcome == SendOutcome.Sent)
        {
            LogSent(row.RowKey);
            await NoteRecipientAsync(row, null);
        }
        else if (result.Outcome == SendOutcome.Refused || gaveUp)
        {
            LogRefused(row.RowKey, result.Detail);
            await SettleAsync(row, OutboxState.Failed, result.Detail, CancellationToken.None);
            await NoteRecipientAsync(row, result.Detail);
        }
        else
        {
            LogPutOff(row.RowKey, result.Outcome, result.Detail);
            await PutOffAsync(row, result);
        }
    }

    private async Task PutOffAsync(OutboxRow row, SendResult result)
    {
        TimeSpan wait = Backoff(row.Attempts);
        OutboxRow waiting = row with
        {
            State = OutboxState.Pending,
            SendingUntil = null,
            NextAttemptAt = clock.GetUtcNow() + wait,
            Error = result.Detail,
            Deferrals = row.Deferrals + (result.Outcome == SendOutcome.Deferred ? 1 : 0),
        };
        if (await rows.TryReplaceAsync(waiting, CancellationToken.None) is { } stored)
            await outbox.EnqueueAsync(stored, wait, CancellationToken.None);
    }

    private async Task SettleAsync(OutboxRow row, OutboxState end, string? error, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        OutboxRow Ended(OutboxRow current) =>
            current with { State = end, SendingUntil = null, SentAt = end == OutboxState.Sent ? now : null, Error = error };

        OutboxRow? settled = await rows.TryReplaceAsync(Ended(row), cancellation);
        if (settled is null && end == OutboxState.Sent)
        {
            // A mail that the server took is sent, whoever holds the row by now.
            settled = await rows.UpdateAsync(
                row.PartitionKey,
                row.RowKey,
                current => current.State is OutboxState.Pending or OutboxState.Sending ? Ended(current) : null,
                cancellation);
        }
        if (settled?.State == end)
            await outbox.SettledAsync(settled, cancellation);
    }

    private Task<RecipientRow?> NoteRecipientAsync(OutboxRow row, string? refused) => recipients.UpdateAsync(
        row.PartitionKey,
        row.Recipient,
        recipient => recipient.Refused == refused ? null : recipient with { Refused = refused },
        CancellationToken.None);

    // Keys only: an address is personal data, and a log is read by many.
    [LoggerMessage(1, LogLevel.Information, "Mail {Key} sent.")]
    private partial void LogSent(string key);

    [LoggerMessage(2, LogLevel.Warning, "Mail {Key} refused for good: {Codes}.")]
    private partial void LogRefused(string key, string? codes);

    [LoggerMessage(3, LogLevel.Warning, "Mail {Key} put off, {Outcome}: {Detail}.")]
    private partial void LogPutOff(string key, SendOutcome outcome, string? detail);
}
