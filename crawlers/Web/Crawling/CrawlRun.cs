using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>A crawl under way in this process: takes one request after the other from the state, each in the host's turn, and notes what came of it.</summary>
internal sealed class CrawlRun(CrawlState state, WebFetcher fetcher, IHostSlots slots, ScanSettings settings, string holder)
{
    private const int MaxRedirects = 10;
    private const int FailuresThatEnd = 5;

    private readonly CrawlRobots robots = new(state);
    private readonly Frontier frontier = new(state, settings.DiscoverPages);
    private readonly CrawlSitemaps sitemaps = new(state, settings.DiscoverPages);

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
            Skip(task, PageReasons.RobotsDisallowed);
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
                await NoteStartAsync(task, result, cancellation);
                break;
            default:
                state.PageFetches++;
                await NotePageAsync(task, result, cancellation);
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

    private async Task NoteStartAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (result.RedirectTo is { } target)
        {
            if (task.Hops >= MaxRedirects)
                state.Failure = PageReasons.Redirects;
            else if (state.Scope!.Follow(target) is not { } scope)
                state.Failure = PageReasons.OutOfScope;
            else
            {
                state.Scope = scope;
                state.Tasks.Insert(0, task with { Url = target, Hops = task.Hops + 1, Attempts = 0 });
            }
            return;
        }
        if (!result.Succeeded || !result.IsHtml || !CanonicalUrl.TryCreate(task.Url, null, out string url))
        {
            state.Failure = result.Reason ?? PageReasons.NotHtml;
            return;
        }
        state.StartPage = url;
        frontier.Add(url, 0);
        sitemaps.AddFor(url, robots.Of(CrawlRobots.OriginOf(url)));
        await ReadAsync(url, 0, result, cancellation);
    }

    private async Task NotePageAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (result.RedirectTo is { } target)
        {
            Follow(task, target);
            return;
        }
        if (result.Reason is { } reason)
        {
            // What only failed this time may still be sampled: the browser will see.
            if (!HttpReasons.IsTransient(reason))
                Skip(task, reason);
            return;
        }
        if (!result.IsHtml)
            Skip(task, PageReasons.NotHtml);
        else if (CanonicalUrl.TryCreate(task.Url, null, out string url))
            await ReadAsync(url, task.Depth, result, cancellation);
    }

    private void Follow(CrawlTask task, string target)
    {
        string? known = CanonicalUrl.TryCreate(task.Url, null, out string from) ? from : null;
        if (!CanonicalUrl.TryCreate(target, null, out string to) || state.Scope?.Contains(to) != true)
        {
            Skip(task, PageReasons.OutOfScope);
            return;
        }
        if (task.Hops >= MaxRedirects)
        {
            Skip(task, PageReasons.Redirects);
            return;
        }
        IReadOnlyList<string> texts = known is not null && state.Pages.TryGetValue(CanonicalUrl.DedupeKey(known), out FoundPage? page) ? page.Texts : [];
        bool isNew = frontier.Add(to, task.Depth, texts);
        if (CanonicalUrl.DedupeKey(to) != CanonicalUrl.DedupeKey(from))
            frontier.Update(from, p => p with { Moved = true });
        // The same page under a session id or the like has to be asked for as the site says.
        if (isNew || CanonicalUrl.DedupeKey(to) == CanonicalUrl.DedupeKey(from))
            state.Tasks.Insert(0, task with { Url = target, Hops = task.Hops + 1 });
    }

    private async Task ReadAsync(string url, int depth, FetchResult result, CancellationToken cancellation)
    {
        PageLinks links = await LinkReader.ReadAsync(result, cancellation);
        frontier.Update(url, p => p with { Fetched = true, CanonicalLink = links.Canonical });
        foreach (PageLink link in links.Links)
        {
            if (frontier.Add(link.Url, depth + 1, link.Text))
                state.Tasks.Add(new CrawlTask(CrawlTaskKind.Page, link.Url, depth + 1));
        }
    }

    private void Skip(CrawlTask task, string reason)
    {
        if (CanonicalUrl.TryCreate(task.Url, null, out string url))
            frontier.Update(url, p => p with { Skipped = reason });
    }
}
