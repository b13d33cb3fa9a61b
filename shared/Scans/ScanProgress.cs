using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Notes that something of a scan moved, and finds out when a look is complete.</summary>
public sealed class ScanProgress(
    ITable<ScanRow> scans, ITable<PageRow> pages, ITable<SolutionRow> solutions, SummaryWriter summaries,
    IBlobs blobs, IQueues queues, TimeProvider clock)
{
    /// <summary>
    /// To be called after a page row is written as done, and after sampling: notes the progress and how many pages are done and,
    /// when no page of the current look is left, enqueues the step.
    /// Calling it again is harmless: the step itself decides under the scan's ETag whether it is due.
    /// </summary>
    /// <remarks>
    /// Of two workers that finish the last two pages at the same time, each reads the pages after writing its own, so the one that reads last
    /// meets both as done; both may, and then the step is enqueued twice, but never not at all.
    /// Pages only ever get done, so of two counts the larger is the newer, whoever writes it last.
    /// </remarks>
    public async Task PageDoneAsync(ScanId scan, CancellationToken cancellation)
    {
        IReadOnlyList<PageRow> looks = await ReadAsync(scan, cancellation);
        int audited = CountFirst(looks, PageStatus.Audited), failed = CountFirst(looks, PageStatus.Failed, PageStatus.Blocked);
        ScanRow? row = await scans.UpdateAsync(
            scan.Solution.ToString(), scan.ToString(),
            r => r.Ended ? null : r with
            {
                LastProgressAt = clock.GetUtcNow(),
                PagesAudited = Math.Max(r.PagesAudited, audited),
                PagesFailed = Math.Max(r.PagesFailed, failed),
            },
            cancellation);
        if (row is not { Ended: false } || !Look.IsComplete(row, Look.Of(row, looks)))
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
        if (CountFirst(await ReadAsync(scan, cancellation), PageStatus.Audited) == 0)
            await AbandonAsync(scan, reason, cancellation);
    }

    /// <summary>
    /// Ends a scan as it is, without judging anything: failed, even when pages were audited, since nothing was made of them and a part that was
    /// not judged must not pass for measured.
    /// </summary>
    internal async Task AbandonAsync(ScanId scan, string reason, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        ScanRow? row = await scans.UpdateAsync(
            scan.Solution.ToString(), scan.ToString(),
            r => r.Ended ? null : r with
            {
                Status = ScanStatus.Failed,
                Reason = reason,
                PagesAudited = 0,
                FinishedAt = now,
                LastProgressAt = now,
            },
            cancellation);
        if (row is not { Ended: true } || row.Reason != reason)
            return;
        await blobs.TryCreateJsonAsync(ScanBlobs.ResultOf(scan), UnjudgedResult.Of(row, await ReadAsync(scan, cancellation)), cancellation);
        await summaries.WriteAsync(row, null, cancellation);
        await solutions.ReleaseAsync(row, cancellation);
    }

    private async Task<IReadOnlyList<PageRow>> ReadAsync(ScanId scan, CancellationToken cancellation)
    {
        List<PageRow> looks = [];
        await foreach (PageRow page in pages.ReadAsync(scan.ToString(), "", cancellation))
            looks.Add(page);
        return looks;
    }

    private static int CountFirst(IEnumerable<PageRow> looks, params PageStatus[] status) => looks.Count(p => !p.SecondLook && status.Contains(p.Status));
}
