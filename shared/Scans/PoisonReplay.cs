using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>
/// Puts a message that failed too often back on its queue, where that still leads anywhere: what became a result because of it is taken back first.
/// A scan that has been judged stays as it is told; what it missed takes a new scan.
/// </summary>
public sealed class PoisonReplay(
    ITable<ScanRow> scans, ITable<PageRow> pages, ITable<SolutionRow> solutions, ITable<AgencyRow> agencies, ITable<OutboxRow> outbox,
    IBlobs blobs, IQueues queues, ScanProgress progress, TimeProvider clock)
{
    /// <summary>What running it again takes; doing it twice does no harm.</summary>
    /// <param name="queue">The queue it failed on, without <c>-poison</c>.</param>
    /// <param name="message">Its body.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The deed; null when it is no message of ours, or would change nothing any more.</returns>
    public async Task<Func<CancellationToken, Task>?> PrepareAsync(string queue, string message, CancellationToken cancellation)
    {
        try
        {
            return queue switch
            {
                QueueNames.ScanRequests => await StartAsync(QueueMessages.Read<StartScanMessage>(message), cancellation),
                QueueNames.PageAudits => await AuditAsync(QueueMessages.Read<AuditPageMessage>(message), cancellation),
                QueueNames.ScanSteps => await StepAsync(QueueMessages.Read<ScanStepMessage>(message), cancellation),
                QueueNames.RegistryChecks => await CheckAsync(QueueMessages.Read<CheckAgencyMessage>(message), cancellation),
                QueueNames.Alerts => await SendAsync(QueueMessages.Read<SendAlertMessage>(message), cancellation),
                _ => null,
            };
        }
        catch (JsonException)
        {
            // What was never one of our messages will not become one by being sent again.
            return null;
        }
    }

    private async Task<Func<CancellationToken, Task>?> StartAsync(StartScanMessage message, CancellationToken cancellation)
    {
        if (await scans.FindAsync(message.Scan, cancellation) is not { } scan)
            return null;
        return await ResumingAsync(scan, message, cancellation);
    }

    private async Task<Func<CancellationToken, Task>?> AuditAsync(AuditPageMessage message, CancellationToken cancellation)
    {
        if (await scans.FindAsync(message.Scan, cancellation) is not { Ended: false } scan
            || await pages.FindAsync(message.Scan.ToString(), message.Page, cancellation) is not { } page
            || page is { Done: true, Reason: not PageReasons.Poison } || Look.Of(scan, [page]).Count == 0)
            return null;
        return async token =>
        {
            await pages.UpdateAsync(
                page.PartitionKey, page.RowKey,
                p => p is { Done: true, Reason: PageReasons.Poison } ? p with { Status = PageStatus.Queued, Reason = null } : null, token);
            await queues.SendAsync(message, token);
        };
    }

    private async Task<Func<CancellationToken, Task>?> StepAsync(ScanStepMessage message, CancellationToken cancellation) =>
        await scans.FindAsync(message.Scan, cancellation) is { } scan ? await ResumingAsync(scan, message, cancellation) : null;

    private async Task<Func<CancellationToken, Task>?> CheckAsync(CheckAgencyMessage message, CancellationToken cancellation) =>
        await agencies.FindAsync(message.Agency, cancellation) is { DeregisteredAt: null } ? Sending(message) : null;

    private async Task<Func<CancellationToken, Task>?> SendAsync(SendAlertMessage message, CancellationToken cancellation) =>
        await outbox.FindAsync(message.Partition, message.Key, cancellation) is { State: OutboxState.Pending or OutboxState.Sending } ? Sending(message) : null;

    private Func<CancellationToken, Task> Sending<TMessage>(TMessage message) where TMessage : IQueueMessage =>
        cancellation => queues.SendAsync(message, cancellation);

    // A scan that was given up for the message is taken on where it stood, unless another runs or has judged the findings since.
    private async Task<Func<CancellationToken, Task>?> ResumingAsync<TMessage>(ScanRow scan, TMessage message, CancellationToken cancellation) where TMessage : IQueueMessage
    {
        if (!scan.Ended)
            return Sending(message);
        return scan.Reason == ScanReasons.Poison
            && await solutions.FindAsync(scan.Id.Solution, cancellation) is { DeregisteredAt: null } solution
            && (solution.ActiveScan ?? scan.RowKey) == scan.RowKey && ScanOrder.IsLater(scan.RowKey, solution.LastScan)
                ? token => ReopenAsync(scan.Id, message, token)
                : null;
    }

    // Claimed before and after it is opened: the recovery timer frees a solution whose scan has ended, and may come in between.
    private async Task ReopenAsync<TMessage>(ScanId scan, TMessage message, CancellationToken cancellation) where TMessage : IQueueMessage
    {
        if (!await ClaimAsync(scan, cancellation))
            return;
        await blobs.DeleteAsync(ScanBlobs.ResultOf(scan), cancellation);
        await scans.UpdateAsync(
            scan.Solution.ToString(), scan.ToString(),
            r => r is { Ended: true, Reason: ScanReasons.Poison }
                ? r with { Status = Former(r), Reason = null, FinishedAt = null, LastProgressAt = clock.GetUtcNow() }
                : null,
            cancellation);
        if (await ClaimAsync(scan, cancellation))
            await queues.SendAsync(message, cancellation);
        else
            await progress.AbandonAsync(scan, ScanReasons.Poison, cancellation);
    }

    private static ScanStatus Former(ScanRow scan) =>
        scan.PagesSampled == 0 ? ScanStatus.Queued : scan.SecondLooks == 0 ? ScanStatus.Running : ScanStatus.Confirming;

    private async Task<bool> ClaimAsync(ScanId scan, CancellationToken cancellation)
    {
        string id = scan.ToString();
        SolutionRow? solution = await solutions.UpdateAsync(
            scan.Agency.Value, scan.Solution.ToString(),
            s => s is { ActiveScan: null, DeregisteredAt: null } && ScanOrder.IsLater(id, s.LastScan) ? s with { ActiveScan = id } : null,
            cancellation);
        return solution?.ActiveScan == id;
    }
}
