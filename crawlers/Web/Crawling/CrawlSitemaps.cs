using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Robots;
using Monitor.Crawlers.Web.Sitemaps;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>The sitemaps of one crawl: those that robots.txt names, or the usual one; an index leads one level down.</summary>
internal sealed class CrawlSitemaps(CrawlState state, int mostPages)
{
    private readonly Frontier frontier = new(state, mostPages);

    /// <summary>Sitemaps lie anywhere on the host, whatever path the scope has.</summary>
    private SiteScope Host => state.Scope! with { Path = "/" };

    /// <summary>Queues the sitemaps of the start page's origin.</summary>
    public void AddFor(string startPage, RobotsTxt? robots) =>
        Add(robots?.Sitemaps is { Count: > 0 } named ? named : ["/sitemap.xml"], startPage, 0);

    /// <summary>Notes an answer.</summary>
    public void Note(CrawlTask task, FetchResult result)
    {
        state.SitemapFetches++;
        if (result.RedirectTo is { } target && task.Hops < CrawlRobots.MaxHops && Host.Contains(target))
        {
            state.Tasks.Insert(0, task with { Url = target, Hops = task.Hops + 1 });
        }
        else if (result.Succeeded)
        {
            SitemapContent content = SitemapReader.Read(result.Body);
            // Some more than fit, since some will turn out to be no pages of ours.
            frontier.AddFromSitemap(Canonical(Draw(content.Pages, mostPages * 5), task.Url));
            if (task.Depth == 0)
                Add(content.Sitemaps, task.Url, 1);
        }
        if (state.SitemapFetches >= state.Limits.MaxSitemaps)
            state.Tasks.RemoveAll(t => t.Kind == CrawlTaskKind.Sitemap);
    }

    private void Add(IReadOnlyList<string> urls, string baseUrl, int depth)
    {
        string[] here = [.. Canonical(Draw(urls, state.Limits.MaxSitemaps * 5), baseUrl).Where(Host.Contains).Distinct(StringComparer.Ordinal)];
        int at = state.Tasks.FindLastIndex(t => t.Kind == CrawlTaskKind.Sitemap) + 1;
        state.Tasks.InsertRange(at, Draw(here, state.Limits.MaxSitemaps).Select(u => new CrawlTask(CrawlTaskKind.Sitemap, u, depth)));
    }

    private static IEnumerable<string> Canonical(IEnumerable<string> urls, string baseUrl) =>
        urls.Select(u => CanonicalUrl.TryCreate(u, baseUrl, out string url) ? url : "").Where(u => u.Length > 0);

    /// <summary>Of too many, a random part, and the same whoever draws: files often go by year or by letter.</summary>
    private IEnumerable<string> Draw(IReadOnlyList<string> urls, int most) =>
        urls.Count <= most ? urls : urls.OrderBy(u => Base32.Hash($"{state.Seed}|{u}"), StringComparer.Ordinal).Take(most);
}
