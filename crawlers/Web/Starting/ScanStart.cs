using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Starting;

/// <summary>
/// Takes a scan from its order to its queued pages, a slice at a time. Every write is one that a second run repeats or finds done:
/// the frontier is a checkpoint, the sample is frozen by whoever is first, rows are inserted once.
/// </summary>
public sealed class ScanStart(
    ITable<ScanRow> scans, ITable<SolutionRow> solutions, ITable<AgencyRow> agencies, SampledPages pages, IBlobs blobs,
    SiteCrawler crawler, FollowUpPages followUps, IOptions<ScanSettings> settings, TimeProvider clock)
{
    private static readonly TimeSpan Checkpoint = TimeSpan.FromSeconds(10);

    /// <summary>Runs one slice.</summary>
    public async Task<StartResult> RunAsync(ScanId id, CancellationToken cancellation)
    {
        if (await scans.FindAsync(id, cancellation) is not { Ended: false } scan)
            return StartResult.Nothing;
        SolutionRow? solution = await solutions.FindAsync(id.Solution, cancellation);
        AgencyRow? agency = await agencies.FindAsync(id.Agency, cancellation);
        if (solution is not { DeregisteredAt: null } || agency is { DeregisteredAt: not null })
            return StartResult.Failed(ScanReasons.Deregistered);

        Sample? sample = await blobs.ReadSampleAsync(id, cancellation);
        if (sample is null)
        {
            if (scan.StopRequested)
                return StartResult.Failed(ScanReasons.Stopped);
            if (await BeginAsync(id, cancellation) is not { } begun)
                return StartResult.Nothing;
            var request = new CrawlRequest(begun.Url, begun.Seed, solution.MaxPages, solution.ScopePath, solution.RobotsOverrideReason is not null);
            (StartResult? ended, CrawlState state) = await CrawlAsync(id, request, cancellation);
            if (ended is not null)
                return ended;
            CrawlOutcome outcome = SiteCrawler.Draw(state, request with
            {
                FollowUps = await followUps.ReadAsync(id.Solution, cancellation),
                Earlier = await EarlierAsync(solution, cancellation),
            });
            if (!outcome.Succeeded)
                return StartResult.Failed(outcome.Reason);
            if (outcome.Robots is { } robots)
                await robots.KeepAsync(blobs, id, cancellation);
            sample = await FreezeAsync(id, outcome.Sample, cancellation);
        }
        else if (scan.StopRequested)
        {
            return StartResult.Sampled;
        }
        await pages.QueueAsync(id, sample, cancellation);
        return StartResult.Sampled;
    }

    private async Task<IReadOnlyList<SamplePage>> EarlierAsync(SolutionRow solution, CancellationToken cancellation) =>
        ScanId.TryParse(solution.LastScan, null, out ScanId last) && await blobs.ReadSampleAsync(last, cancellation) is { } sample ? sample.Pages : [];

    private async Task<(StartResult? Ended, CrawlState State)> CrawlAsync(ScanId id, CrawlRequest request, CancellationToken cancellation)
    {
        CrawlState state = await blobs.ReadJsonAsync<CrawlState>(FrontierName(id), cancellation) ?? CrawlState.Begin(request);
        DateTimeOffset end = clock.GetUtcNow() + TimeSpan.FromSeconds(settings.Value.CrawlSliceSeconds);
        while (true)
        {
            DateTimeOffset until = clock.GetUtcNow() + Checkpoint;
            TimeSpan? wait = await crawler.RunAsync(state, until < end ? until : end, $"{id}|crawl", null, cancellation);
            await blobs.WriteJsonAsync(FrontierName(id), state, cancellation);
            if (wait is null)
                return (null, state);
            ScanRow? scan = await scans.FindAsync(id, cancellation);
            if (scan is not { Ended: false })
                return (StartResult.Nothing, state);
            if (scan.StopRequested)
                return (StartResult.Failed(ScanReasons.Stopped), state);
            // Waiting is for the queue, which holds no worker.
            if (wait > TimeSpan.Zero || clock.GetUtcNow() >= end)
                return (StartResult.Unfinished(wait.Value), state);
        }
    }

    private Task<ScanRow?> BeginAsync(ScanId id, CancellationToken cancellation) =>
        scans.UpdateAsync(id.Solution.ToString(), id.ToString(), row => row.Ended ? null : row with
        {
            Status = ScanStatus.Running,
            StartedAt = row.StartedAt ?? clock.GetUtcNow(),
            LastProgressAt = clock.GetUtcNow(),
        }, cancellation);

    private async Task<Sample> FreezeAsync(ScanId id, Sample sample, CancellationToken cancellation)
    {
        bool first = await blobs.TryCreateJsonAsync(ScanBlobs.SampleOf(id), sample, cancellation);
        return first ? sample : await blobs.ReadSampleAsync(id, cancellation) ?? sample;
    }

    private static string FrontierName(ScanId id) => $"scans/{id}/frontier.json";
}
