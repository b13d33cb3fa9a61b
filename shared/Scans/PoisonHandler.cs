using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Records a message that failed too often as a result and as a task: unmeasured is never clean, and nothing is lost.</summary>
public sealed class PoisonHandler(
    ITable<PageRow> pages, ITable<OutboxRow> outbox, ITable<TaskRow> tasks, ScanProgress progress, TimeProvider clock)
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    /// <param name="queue">The queue it failed on, without <c>-poison</c>.</param>
    /// <param name="message">Its body. One that cannot be read is a task all the same.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task HandleAsync(string queue, string message, CancellationToken cancellation)
    {
        PoisonSubject subject;
        try
        {
            subject = await RecordAsync(queue, message, cancellation);
        }
        catch (JsonException)
        {
            subject = new PoisonSubject(null, null);
        }
        await WriteTaskAsync(queue, message, subject, cancellation);
    }

    private async Task<PoisonSubject> RecordAsync(string queue, string message, CancellationToken cancellation)
    {
        switch (queue)
        {
            case QueueNames.ScanRequests:
                ScanId start = QueueMessages.Read<StartScanMessage>(message).Scan;
                await progress.FailAsync(start, ScanReasons.Poison, cancellation);
                return new PoisonSubject(start.Agency, start.OrderedAt);
            case QueueNames.PageAudits:
                AuditPageMessage page = QueueMessages.Read<AuditPageMessage>(message);
                await pages.UpdateAsync(
                    page.Scan.ToString(), page.Page, p => p.Done ? null : p with { Status = PageStatus.Failed, Reason = PageReasons.Poison }, cancellation);
                await progress.PageDoneAsync(page.Scan, cancellation);
                return new PoisonSubject(page.Scan.Agency, page.Scan.OrderedAt);
            case QueueNames.ScanSteps:
                ScanId step = QueueMessages.Read<ScanStepMessage>(message).Scan;
                await progress.AbandonAsync(step, ScanReasons.Poison, cancellation);
                return new PoisonSubject(step.Agency, step.OrderedAt);
            case QueueNames.RegistryChecks:
                return new PoisonSubject(QueueMessages.Read<CheckAgencyMessage>(message).Agency, null);
            case QueueNames.Alerts:
                SendAlertMessage alert = QueueMessages.Read<SendAlertMessage>(message);
                OutboxRow? owed = await outbox.FindAsync(alert.Partition, alert.Key, cancellation);
                return new PoisonSubject(OrgNumber.TryParse(alert.Partition, out OrgNumber agency) ? agency : null, owed?.CreatedAt);
            default:
                return new PoisonSubject(null, null);
        }
    }

    // The time in the key is the message's own where it has one, and else the day: delivered twice, it is one task.
    // One that was replayed and failed again is open again.
    private async Task WriteTaskAsync(string queue, string message, PoisonSubject subject, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var row = new TaskRow
        {
            PartitionKey = TaskRow.Partition,
            RowKey = TaskRow.KeyOf(subject.At ?? new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), TaskKind.Poison, $"{queue}\n{message}"),
            Kind = TaskKind.Poison,
            State = TaskState.Open,
            OrgNumber = subject.Agency?.Value,
            Subject = queue,
            Detail = message.Length > RowLimits.TextCharacters ? message[..RowLimits.TextCharacters] : message,
            CreatedAt = now,
        };
        if (await tasks.TryInsertAsync(row, cancellation) is null)
        {
            await tasks.UpdateAsync(
                row.PartitionKey, row.RowKey,
                t => t.State == TaskState.Open ? null : t with { State = TaskState.Open, DecidedBy = null, DecidedAt = null, CarriedOutAt = null },
                cancellation);
        }
    }

    private sealed record PoisonSubject(OrgNumber? Agency, DateTimeOffset? At);
}
