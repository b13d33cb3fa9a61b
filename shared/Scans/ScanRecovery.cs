using Microsoft.Extensions.Options;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Takes up again a scan that has not moved for long: what was not started is enqueued anew, so that every scan ends.</summary>
public sealed class ScanRecovery(
    ITable<ScanRow> scans, ITable<PageRow> pages, ITable<SolutionRow> solutions, IQueues queues,
    ScanOrders orders, ScanProgress progress, TimeProvider clock, IOptions<ScanSettings> settings)
{
    // Two to the sixth: at fifteen minutes, the longest wait is sixteen hours.
    private const int LongestDoubling = 6;

    /// <summary>Looks after the solution's active scan; one that moves is left alone.</summary>
    public async Task RecoverAsync(SolutionRow solution, CancellationToken cancellation)
    {
        if (solution.ActiveScan is not { } id)
            return;
        ScanId scan = ScanId.Parse(id);
        ScanRow? row = await scans.FindAsync(solution.RowKey, id, cancellation);
        if (row is { Ended: true })
            await solutions.ReleaseAsync(row, cancellation);
        else if (solution.DeregisteredAt is not null)
            await EndAsync(solution, scan, cancellation);
        else if (row is null)
            await orders.OrderAsync(solution.Id, ScanOrders.Schedule, cancellation);
        else if (IsStalled(row))
            await ResumeAsync(row, cancellation);
    }

    // Nobody asks for its findings any more.
    private async Task EndAsync(SolutionRow solution, ScanId scan, CancellationToken cancellation)
    {
        await progress.AbandonAsync(scan, ScanReasons.Deregistered, cancellation);
        await solutions.UpdateAsync(
            solution.PartitionKey, solution.RowKey, s => s.ActiveScan == scan.ToString() ? s with { ActiveScan = null } : null, cancellation);
    }

    // A scan may only wait its turn in a long queue: each time round it is given twice as long, lest the queue grow by its own copies.
    private bool IsStalled(ScanRow row)
    {
        TimeSpan patience = TimeSpan.FromMinutes(settings.Value.StalledMinutes) * (1 << Math.Min(row.Resumes, LongestDoubling));
        if (row.Status == ScanStatus.Confirming)
            patience += TimeSpan.FromSeconds(settings.Value.SecondLookSeconds);
        return clock.GetUtcNow() - row.LastProgressAt > patience;
    }

    private async Task ResumeAsync(ScanRow stalled, CancellationToken cancellation)
    {
        ScanRow noted = stalled with { LastProgressAt = clock.GetUtcNow(), Resumes = stalled.Resumes + 1 };
        if (await scans.TryReplaceAsync(noted, cancellation) is null)
            return; // It moved after all.

        if (stalled.StopRequested)
        {
            // Whoever stopped it was lost before all its pages were given up, and no worker looks at them any more.
            await orders.GiveUpAsync(noted);
            return;
        }
        if (stalled.PagesSampled == 0)
        {
            await queues.SendAsync(new StartScanMessage(stalled.Id), cancellation);
            return;
        }

        IReadOnlyList<PageRow> look = await pages.ReadLookAsync(stalled, cancellation);
        foreach (PageRow page in look.Where(p => !p.Done))
            await queues.SendAsync(new AuditPageMessage(stalled.Id, page.RowKey), cancellation);
        if (Look.IsComplete(stalled, look))
            await progress.PageDoneAsync(stalled.Id, cancellation);
        else if (stalled.Status == ScanStatus.Running && look.Count < stalled.PagesSampled)
            await queues.SendAsync(new StartScanMessage(stalled.Id), cancellation);
    }
}
