using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Crawls one site, breadth first, politely, and draws the sample of a scan from what it found.</summary>
public sealed class SiteCrawler(
    WebFetcher fetcher, IHostSlots slots, IRobotsCache cache, IOptions<ScanSettings> settings, IOptions<CrawlSettings> limits, TimeProvider clock)
{
    /// <summary>The longest pause between two fetches that a worker waits out by itself; anything longer, and another's turn, is for the queue, which holds no worker.</summary>
    internal TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Crawls to the end within this process and draws the sample: for the command line.</summary>
    public async Task<CrawlOutcome> CrawlAsync(CrawlRequest request, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        CrawlState state = CrawlState.Begin(request);
        while (await RunAsync(state, DateTimeOffset.MaxValue, "crawl", progress, cancellation) is { } wait)
            await Task.Delay(wait, clock, cancellation);
        return Draw(state, request);
    }

    /// <summary>Crawls on until nothing is left, time is up, or there is more to wait for than a short pause.</summary>
    /// <param name="state">The crawl; what it holds afterwards is all that is needed to go on.</param>
    /// <param name="until">When to stop (UTC). A request under way is finished.</param>
    /// <param name="purpose">Who takes the host's turns, to be read in its row.</param>
    /// <param name="progress">Is told of every request.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Null when the crawl is finished; otherwise how long to wait before going on.</returns>
    public async Task<TimeSpan?> RunAsync(
        CrawlState state, DateTimeOffset until, string purpose, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        state.Limits = limits.Value;
        var run = new CrawlRun(state, fetcher, slots, cache, settings.Value, purpose);
        while (!state.Finished)
        {
            cancellation.ThrowIfCancellationRequested();
            DateTimeOffset now = clock.GetUtcNow();
            if (now >= until)
                return TimeSpan.Zero;
            progress?.Report(new CrawlProgress(state.Requests, state.Pages.Count, state.Tasks[0].Url));
            if (await run.StepAsync(cancellation) is not { } noTurn)
                continue;
            if (noTurn.Busy || noTurn.RetryAfter > LongestPause || noTurn.RetryAfter >= until - now)
                return noTurn.RetryAfter;
            await Task.Delay(noTurn.RetryAfter, clock, cancellation);
        }
        return null;
    }

    /// <summary>Draws the sample of a finished crawl.</summary>
    public static CrawlOutcome Draw(CrawlState state, CrawlRequest request)
    {
        if (state.Failure is not null || state.StartPage is null)
            return new CrawlOutcome(null, state.Scope, state.Failure ?? ScanReasons.NoPages);
        var robots = new CrawlRobots(state);
        FoundPage[] pages = [.. state.Pages.Values.Where(p => p.Eligible && robots.Allows(p.Url))];
        // Those that the crawl found gone or moved stay too: only a look at them tells that a finding went with its page.
        SamplePage[] followUps = [.. (request.FollowUps ?? []).Where(p => state.Scope!.Contains(p.Url) && robots.Allows(p.Url))];
        string[] documents = [.. state.Pdfs.Values.Where(robots.Allows)];
        Sample sample = SampleBuilder.Build(state.StartPage, pages, documents, followUps, request.Earlier ?? [], request.Seed, request.MaxPages, state.Limits.MaxDocuments);
        return new CrawlOutcome(sample with { Documents = CrawlDocuments.Count(state) }, state.Scope, null)
        {
            Robots = SiteRobots.Of(state),
        };
    }
}
