using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Notes that something of a scan moved, and finds out when a look is complete.</summary>
public sealed class ScanProgress(
    ITable<ScanRow> scans, ITable<PageRow> pages, ITable<SolutionRow> solutions, SummaryWriter summaries,
    IQueues queues, TimeProvider clock)
{
    /// <summary>
    /// To be called after a page row is written as done, and after sampling: notes the progress and, when no page of the current look is left, enqueues the step.
    /// Calling it again is harmless: the step itself decides under the scan's ETag whether it is due.
    /// </summary>
    /// <remarks>
    /// The scan's row is written before the pages are read. Of two workers that finish the last two pages at the same time, the one whose
    /// write came last reads both pages as done; both may, and then the step is enqueued twice, but never not at all.
    /// </remarks>
    public async Task PageDoneAsync(ScanId scan, CancellationToken cancellation)
    {
        ScanRow? row = await scans.UpdateAsync(
            scan.Solution.ToString(), scan.ToString(), r => r.Ended ? null : r with { LastProgressAt = clock.GetUtcNow() }, cancellation);
        if (row is not { Ended: false } || !Look.IsComplete(row, await pages.ReadLookAsync(row, cancellation)))
            return;
        ScanStep step = row.Status == ScanStatus.Confirming ? ScanStep.Finish : ScanStep.Complete;
        await queues.SendAsync(new ScanStepMessage(scan, step), cancellation);
    }

    /// <summary>Ends a scan that came to nothing before any page was audited; no finding changes. A scan that has got further is left alone: it ends by its own steps.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="reason">A code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task FailAsync(ScanId scan, string reason, CancellationToken cancellation)
    {
        if (await CountAuditedAsync(scan, cancellation) == 0)
            await AbandonAsync(scan, reason, cancellation);
    }

    /// <summary>Ends a scan as it is, without judging its findings: partial if pages were audited, failed otherwise.</summary>
    internal async Task AbandonAsync(ScanId scan, string reason, CancellationToken cancellation)
    {
        int audited = await CountAuditedAsync(scan, cancellation);
        DateTimeOffset now = clock.GetUtcNow();
        ScanRow? row = await scans.UpdateAsync(
            scan.Solution.ToString(), scan.ToString(),
            r => r.Ended ? null : r with
            {
                Status = audited > 0 ? ScanStatus.Partial : ScanStatus.Failed,
                Reason = reason,
                PagesAudited = audited,
                FinishedAt = now,
                LastProgressAt = now,
            },
            cancellation);
        if (row is not { Ended: true } || row.Reason != reason)
            return;
        await summaries.WriteAsync(row, null, cancellation);
        await solutions.ReleaseAsync(row, cancellation);
    }

    private async Task<int> CountAuditedAsync(ScanId scan, CancellationToken cancellation)
    {
        int audited = 0;
        await foreach (PageRow page in pages.ReadAsync(scan.ToString(), "", cancellation))
            audited += page is { SecondLook: false, Status: PageStatus.Audited } ? 1 : 0;
        return audited;
    }
}
