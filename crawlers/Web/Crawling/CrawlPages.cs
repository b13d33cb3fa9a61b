using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>The pages of one crawl: what an answer makes of a page, and which links it leads to.</summary>
internal sealed class CrawlPages(CrawlState state, int mostPages)
{
    private readonly Frontier frontier = new(state, mostPages);
    private readonly CrawlDocuments documents = new(state);

    /// <summary>Notes an answer for the start page: it decides whether there is anything to crawl, and how far the site reaches.</summary>
    public async Task NoteStartAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (result.RedirectTo is { } target)
        {
            if (task.Hops >= state.Limits.MaxRedirects)
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
        await ReadAsync(url, 0, result, cancellation);
    }

    /// <summary>Notes an answer for another page.</summary>
    public async Task NotePageAsync(CrawlTask task, FetchResult result, CancellationToken cancellation)
    {
        if (result.RedirectTo is { } target)
        {
            Follow(task, target);
            return;
        }
        if (result.Reason is { } reason)
        {
            // A page that is there but could not be had stays: leaving it out would make the site look better measured than it is.
            if (reason == PageReasons.Gone)
                Skip(task, reason);
            return;
        }
        if (!CanonicalUrl.TryCreate(task.Url, null, out string url))
            return;
        if (result.IsPdf)
            documents.NotePdf(url);
        if (result.IsHtml)
            await ReadAsync(url, task.Depth, result, cancellation);
        else
            Skip(task, PageReasons.NotHtml);
    }

    private void Follow(CrawlTask task, string target)
    {
        string? known = CanonicalUrl.TryCreate(task.Url, null, out string from) ? from : null;
        if (!CanonicalUrl.TryCreate(target, null, out string to) || state.Scope?.Contains(to) != true)
        {
            Skip(task, PageReasons.OutOfScope);
            return;
        }
        if (task.Hops >= state.Limits.MaxRedirects)
            return;
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
        PageLinks links = await LinkReader.ReadAsync(result, state.Limits, cancellation);
        frontier.Update(url, p => p with { Fetched = true, CanonicalLink = links.Canonical, Structure = links.Structure });
        new NearDuplicates(state).Note(url, links.Text);
        documents.Note(links.Links);
        foreach (PageLink link in links.Links)
        {
            if (frontier.Add(link.Url, depth + 1, link.Text))
                state.Tasks.Add(new CrawlTask(CrawlTaskKind.Page, link.Url, depth + 1));
        }
    }

    /// <summary>Notes that a page is none to sample.</summary>
    public void Skip(CrawlTask task, string reason)
    {
        if (CanonicalUrl.TryCreate(task.Url, null, out string url))
            frontier.Update(url, p => p with { Skipped = reason });
    }
}
