using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>A crawl under way in this process: takes one request after the other from the state, each in the host's turn, and notes what came of it.</summary>
internal sealed class CrawlRun(CrawlState state, WebFetcher fetcher, IHostSlots slots, ScanSettings settings, string holder)
{
    private const int FailuresThatEnd = 5;

    private readonly CrawlRobots robots = new(state);
    private readonly Frontier frontier = new(state, settings.DiscoverPages);
    private readonly CrawlSitemaps sitemaps = new(state, settings.DiscoverPages);
    private readonly CrawlPages pages = new(state, settings.DiscoverPages);

    /// <summary>Makes the next request, or takes a task away that needs none.</summary>
    /// <returns>How long to wait before the next step; zero to go on at once.</returns>
    public async Task<TimeSpan> StepAsync(CancellationToken cancellation)
    {
        CrawlTask task = state.Tasks[0];
        if (!IsDue(task))
            return TimeSpan.Zero;

        string host = IHostSlots.HostOf(task.Url);
        SlotAnswer slot = await slots.TryAcquireAsync(host, holder, cancellation);
        if (!slot.Acquired)
            return slot.RetryAfter;
        TimeSpan rest = TimeSpan.Zero;
        FetchResult result;
        try
        {
            result = await fetcher.FetchAsync(task.Url, task.Options, cancellation);
            rest = Rest(result.Duration);
        }
        finally
        {
            await slots.ReleaseAsync(host, holder, rest, CancellationToken.None);
        }
        state.Tasks.RemoveAt(0);
        state.Requests++;
        await NoteAsync(task, result, host, cancellation);
        if (state.Tasks.Count == 0)
            frontier.TakeFromSitemaps();
        return TimeSpan.Zero;
    }

    private bool IsDue(CrawlTask task)
    {
        if (task.Kind == CrawlTaskKind.Robots)
            return true;
        if (task.Kind == CrawlTaskKind.Page && (state.PageFetches >= settings.CrawlFetches || state.FailuresInARow >= FailuresThatEnd))
        {
            state.Tasks.RemoveAll(t => t.Kind == CrawlTaskKind.Page);
            frontier.TakeFromSitemaps();
            return false;
        }
        if (!robots.Knows(task.Url))
        {
            state.Tasks.Insert(0, CrawlRobots.TaskFor(task.Url));
            return false;
        }
        if (robots.Allows(task.Url))
            return true;

        state.Tasks.RemoveAt(0);
        if (task.Kind == CrawlTaskKind.Start)
            state.Failure = ScanReasons.RobotsDisallowed;
        else if (task.Kind == CrawlTaskKind.Page)
            pages.Skip(task, PageReasons.RobotsDisallowed);
        if (state.Tasks.Count == 0)
            frontier.TakeFromSitemaps();
        return false;
    }

    private async Task NoteAsync(CrawlTask task, FetchResult result, string host, CancellationToken cancellation)
    {
        state.FailuresInARow = result.Reason is { } reason && HttpReasons.IsTransient(reason) ? state.FailuresInARow + 1 : 0;
        if (await TryAgainLaterAsync(task, result, host, cancellation))
            return;
        switch (task.Kind)
        {
            case CrawlTaskKind.Robots:
                await NoteRobotsAsync(task, result, cancellation);
                break;
            case CrawlTaskKind.Sitemap:
                sitemaps.Note(task, result);
                break;
            case CrawlTaskKind.Start:
                await pages.NoteStartAsync(task, result, cancellation);
                if (state.StartPage is { } start)
                    sitemaps.AddFor(start, robots.Of(CrawlRobots.OriginOf(start)));
                break;
            default:
                state.PageFetches++;
                await pages.NotePageAsync(task, result, cancellation);
                break;
        }
    }

    /// <summary>Lets the whole host rest after what may pass, and puts the task back where <see cref="CrawlRetry"/> says so.</summary>
    private async Task<bool> TryAgainLaterAsync(CrawlTask task, FetchResult result, string host, CancellationToken cancellation)
    {
        if (CrawlRetry.Wait(task, result, settings) is not { } wait)
            return false;
        await slots.PauseAsync(host, wait, cancellation);
        if (!CrawlRetry.IsWorthIt(task, result, wait))
            return false;
        state.Tasks.Insert(0, task with { Attempts = task.Attempts + 1 });
        return true;
    }

    /// <summary>A slow site is given twice the time it took (Heritrix' delay factor), unless whoever named it wants no delay.</summary>
    private TimeSpan Rest(TimeSpan took) =>
        settings.HostDelaySeconds == 0 ? TimeSpan.Zero : took * 2 < HostTurn.LongestCrawlDelay ? took * 2 : HostTurn.LongestCrawlDelay;

    private async Task NoteRobotsAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (!robots.TryNote(task, result))
        {
            robots.NoteUnreachable(task, result);
            return;
        }
        if (state.Robots.ContainsKey(task.For!) && robots.Of(task.For!) is { } rules)
            await slots.SetCrawlDelayAsync(IHostSlots.HostOf(task.For!), rules.CrawlDelay(BotIdentity.ProductToken), cancellation);
    }
}
