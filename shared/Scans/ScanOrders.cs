using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Orders and stops scans; at most one scan of a solution runs at a time.</summary>
/// <remarks>
/// The solution's row is claimed first, under its ETag, and the scan's row is written after: whoever meets a claim
/// without a scan completes it, so that a crash in between leaves neither an orphan nor a solution that is never scanned again.
/// </remarks>
public sealed class ScanOrders(
    ITable<SolutionRow> solutions, ITable<AgencyRow> agencies, ITable<ScanRow> scans, ITable<PageRow> pages,
    IQueues queues, ScanProgress progress, TimeProvider clock)
{
    /// <summary>What <see cref="ScanRow.OrderedBy"/> holds for scans that the timer ordered.</summary>
    public const string Schedule = "schedule";

    /// <summary>Orders a scan; where one runs already, that one is returned.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="orderedBy"><c>schedule</c>, or a key's id.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The scan, or null when there is no such solution, or it or its agency is deregistered.</returns>
    /// <exception cref="InvalidOperationException">Ten attempts met ten other writers.</exception>
    public async Task<ScanRow?> OrderAsync(SolutionId solution, string orderedBy, CancellationToken cancellation)
    {
        AgencyRow? agency = await agencies.FindAsync(solution.Agency, cancellation);
        if (agency is not { DeregisteredAt: null })
            return null;

        for (int attempt = 0; attempt < 10; attempt++)
        {
            SolutionRow? row = await solutions.FindAsync(solution, cancellation);
            if (row is not { DeregisteredAt: null })
                return null;

            if (row.ActiveScan is { } active)
            {
                ScanRow? running = await scans.FindAsync(solution.ToString(), active, cancellation);
                if (running is null)
                    return await BeginAsync(row, ScanId.Parse(active), orderedBy, cancellation);
                if (!running.Ended)
                    return running;
                row = SolutionRelease.From(row, running);
            }

            ScanId scan = NextId(row);
            SolutionRow claimed = row with
            {
                ActiveScan = scan.ToString(),
                NextDueAt = orderedBy == Schedule ? NextDue(row) : row.NextDueAt,
            };
            if (await solutions.TryReplaceAsync(claimed, cancellation) is not null)
                return await BeginAsync(claimed, scan, orderedBy, cancellation);
        }
        throw new InvalidOperationException($"Solution {solution} changed under ten attempts to order a scan.");
    }

    /// <summary>Stops a scan at once: pages not looked at are given up, and what is known becomes its partial result.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="cancellation">
    /// Cancels until the wish to stop is noted; from then on no worker looks at a page, so the rest is done whether or not anybody waits for it.
    /// </param>
    /// <returns>The scan, or null when there is none.</returns>
    public async Task<ScanRow?> StopAsync(ScanId scan, CancellationToken cancellation)
    {
        string solution = scan.Solution.ToString(), id = scan.ToString();
        ScanRow? row = await scans.UpdateAsync(solution, id, r => r.Ended || r.StopRequested ? null : r with { StopRequested = true }, cancellation);
        if (row is not { Ended: false })
            return row;
        await GiveUpAsync(row);
        return await scans.FindAsync(solution, id, CancellationToken.None);
    }

    /// <summary>Gives up what a stopped scan has not looked at; doing it again, after a crash in between, does the rest.</summary>
    internal async Task GiveUpAsync(ScanRow stopped)
    {
        CancellationToken toTheEnd = CancellationToken.None;
        if (stopped.PagesSampled == 0)
        {
            await progress.FailAsync(stopped.Id, ScanReasons.Stopped, toTheEnd);
            return;
        }

        await foreach (PageRow page in pages.ReadAsync(stopped.RowKey, "", toTheEnd))
        {
            // A worker that is writing its result right now wins; its page is then known.
            if (!page.Done)
                await pages.TryReplaceAsync(page with { Status = PageStatus.Failed, Reason = PageReasons.Stopped }, toTheEnd);
        }
        await progress.PageDoneAsync(stopped.Id, toTheEnd);
    }

    private async Task<ScanRow?> BeginAsync(SolutionRow solution, ScanId scan, string orderedBy, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var row = new ScanRow
        {
            PartitionKey = scan.Solution.ToString(),
            RowKey = scan.ToString(),
            Status = ScanStatus.Queued,
            OrderedBy = orderedBy,
            Url = solution.Url,
            Regulation = solution.Regulation,
            Seed = ScanSeed.Of(scan),
            Baseline = !solution.HasBaseline,
            CreatedAt = now,
            LastProgressAt = now,
        };
        ScanRow? stored = await scans.TryInsertAsync(row, cancellation)
            ?? await scans.FindAsync(row.PartitionKey, row.RowKey, cancellation);
        await queues.SendAsync(new StartScanMessage(scan), cancellation);
        return stored;
    }

    // Later scans have later ids even when clocks disagree: findings tell by the id which scan was applied last.
    // A version of the solution's row is claimed once, so it makes an id that no other scan has.
    private ScanId NextId(SolutionRow row)
    {
        DateTimeOffset now = clock.GetUtcNow();
        if (row.LastScan is { } last && ScanId.Parse(last).OrderedAt is var before && before >= now)
            now = before.AddTicks(1);
        return ScanId.New(row.Id, now, row.ETag.ToString());
    }

    // In step with the schedule, past runs that were missed.
    private DateTimeOffset NextDue(SolutionRow row)
    {
        TimeSpan interval = TimeSpan.FromHours(Math.Max(1, row.IntervalHours));
        TimeSpan late = clock.GetUtcNow() - row.NextDueAt;
        return late < TimeSpan.Zero ? row.NextDueAt : row.NextDueAt + interval * (Math.Floor(late / interval) + 1);
    }
}
