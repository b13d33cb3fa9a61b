using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>A crawl under way in this process: takes one request after the other from the state, each in the host's turn, and notes what came of it.</summary>
internal sealed class CrawlRun(CrawlState state, WebFetcher fetcher, IHostSlots slots, IRobotsCache cache, ScanSettings settings, string purpose)
{
    private readonly CrawlRobots robots = new(state);
    private readonly Frontier frontier = new(state, settings.DiscoverPages);
    private readonly CrawlSitemaps sitemaps = new(state, settings.DiscoverPages);
    private readonly CrawlPages pages = new(state, settings.DiscoverPages);

    /// <summary>Makes the next request, or takes a task away that needs none.</summary>
    /// <returns>Why there was no turn, where there was none; null to go on at once.</returns>
    public async Task<SlotAnswer?> StepAsync(CancellationToken cancellation)
    {
        CrawlTask task = state.Tasks[0];
        if (!await IsDueAsync(task, cancellation))
            return null;

        SlotAnswer turn = await slots.TryAcquireAsync(task.Url, purpose, cancellation);
        if (turn.Refusal is { } refusal)
            End(refusal);
        if (turn.Slot is null)
            return turn.Refusal is null ? turn : null;
        TimeSpan pause = TimeSpan.Zero;
        try
        {
            FetchResult result = await fetcher.FetchAsync(task.Url, task.Options, cancellation);
            pause = Pause(result.Duration);
            // Noted while the turn is ours: whoever gets it next reads what the host asks for.
            TimeSpan rest = await slots.NoteAsync(task.Url, HostAnswer.Of(result), cancellation);
            state.Tasks.RemoveAt(0);
            state.Requests++;
            await NoteAsync(task, result, rest, cancellation);
        }
        finally
        {
            await slots.ReleaseAsync(turn.Slot, pause, CancellationToken.None);
        }
        if (state.Tasks.Count == 0)
            frontier.TakeFromSitemaps();
        return null;
    }

    /// <summary>Ends a crawl whose host is left alone: without a start page it came to nothing, otherwise with what was found by now.</summary>
    private void End(string reason)
    {
        if (state.StartPage is null)
            state.Failure = reason;
        state.Tasks.Clear();
        frontier.TakeFromSitemaps();
    }

    private async Task<bool> IsDueAsync(CrawlTask task, CancellationToken cancellation)
    {
        if (task.Kind == CrawlTaskKind.Robots)
            return task.Hops > 0 || !await TakeFromCacheAsync(task, cancellation);
        if (task.Kind == CrawlTaskKind.Page && state.PageFetches >= settings.CrawlFetches)
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

    /// <summary>Asked each time right before the fetch: another scan of the host may have fetched it while this one waited for its turn.</summary>
    private async Task<bool> TakeFromCacheAsync(CrawlTask task, CancellationToken cancellation)
    {
        if (await cache.FindAsync(task.For!, cancellation) is not { } known)
            return false;
        state.Robots[task.For!] = known;
        state.Tasks.RemoveAt(0);
        return true;
    }

    private async Task NoteAsync(CrawlTask task, FetchResult result, TimeSpan rest, CancellationToken cancellation)
    {
        if (CrawlRetry.IsWorthIt(task, result, rest))
        {
            state.Tasks.Insert(0, task with { Attempts = task.Attempts + 1 });
            return;
        }
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

    /// <summary>A slow site is given twice the time it took (Heritrix' delay factor), unless whoever named it wants no delay.</summary>
    private TimeSpan Pause(TimeSpan took) =>
        settings.HostDelaySeconds == 0 ? TimeSpan.Zero : took * 2 < HostTurn.LongestCrawlDelay ? took * 2 : HostTurn.LongestCrawlDelay;

    private async Task NoteRobotsAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (!robots.TryNote(task, result))
        {
            robots.NoteUnreachable(task, result);
            return;
        }
        if (state.Robots.GetValueOrDefault(task.For!) is not { } text)
            return;
        await cache.KeepAsync(task.For!, text, cancellation);
        await slots.SetCrawlDelayAsync(task.For!, robots.Of(task.For!)!.CrawlDelay(BotIdentity.ProductToken), cancellation);
    }
}
