using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Crawlers.Web.Sampling;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Crawls one site, breadth first, politely, and draws the sample of a scan from what it found.</summary>
public sealed class SiteCrawler(WebFetcher fetcher, IHostSlots slots, IOptions<ScanSettings> settings, IOptions<CrawlSettings> limits, TimeProvider clock)
{
    /// <summary>Crawls to the end within this process and draws the sample: for the command line.</summary>
    public async Task<CrawlOutcome> CrawlAsync(CrawlRequest request, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        CrawlState state = CrawlState.Begin(request);
        while (await RunAsync(state, DateTimeOffset.MaxValue, "crawl", progress, cancellation) is { } wait)
            await Task.Delay(wait, clock, cancellation);
        return Draw(state, request);
    }

    /// <summary>Crawls on until nothing is left or time is up.</summary>
    /// <param name="state">The crawl; what it holds afterwards is all that is needed to go on.</param>
    /// <param name="until">When to stop (UTC). A request under way is finished.</param>
    /// <param name="holder">Who takes the host's slot.</param>
    /// <param name="progress">Is told of every request.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Null when the crawl is finished; otherwise how long to wait before going on.</returns>
    public async Task<TimeSpan?> RunAsync(
        CrawlState state, DateTimeOffset until, string holder, IProgress<CrawlProgress>? progress, CancellationToken cancellation)
    {
        state.Limits = limits.Value;
        var run = new CrawlRun(state, fetcher, slots, settings.Value, holder);
        while (!state.Finished)
        {
            cancellation.ThrowIfCancellationRequested();
            DateTimeOffset now = clock.GetUtcNow();
            if (now >= until)
                return TimeSpan.Zero;
            progress?.Report(new CrawlProgress(state.Requests, state.Pages.Count, state.Tasks[0].Url));
            TimeSpan wait = await run.StepAsync(cancellation);
            if (wait == TimeSpan.Zero)
                continue;
            if (wait >= until - now)
                return wait;
            await Task.Delay(wait, clock, cancellation);
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
        string[] followUps = [.. (request.FollowUps ?? []).Where(u => state.Scope!.Contains(u) && robots.Allows(u))];
        return new CrawlOutcome(SampleBuilder.Build(state.StartPage, pages, followUps, request.Seed, request.MaxPages), state.Scope, null)
        {
            Robots = SiteRobots.Of(state),
        };
    }
}
