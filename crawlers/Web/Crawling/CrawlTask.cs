using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Robots;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>One request that a crawl has yet to make.</summary>
/// <param name="Kind">What for.</param>
/// <param name="Url">What to fetch, just as a redirect or link said.</param>
/// <param name="Depth">Links from the start page; for sitemaps 0 for one that may be an index, 1 for one named by an index.</param>
public sealed record CrawlTask(CrawlTaskKind Kind, string Url, int Depth = 0)
{
    /// <summary>Redirects behind it.</summary>
    public int Hops { get; init; }

    /// <summary>Attempts that failed.</summary>
    public int Attempts { get; init; }

    /// <summary>For robots.txt, the origin whose rules it holds, whichever host redirects led to (RFC 9309 section 2.3.1.2).</summary>
    public string? For { get; init; }

    /// <summary>How it is fetched: redirects are tasks of their own, so that each takes its host's turn.</summary>
    internal FetchOptions Options => Kind switch
    {
        CrawlTaskKind.Robots => new() { MaxRedirects = 0, MaxBytes = RobotsTxt.MaxBytes, Truncate = true, Accept = "text/plain,*/*;q=0.1" },
        CrawlTaskKind.Sitemap => new() { MaxRedirects = 0, Truncate = true, Accept = "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.1" },
        _ => FetchOptions.Page with { MaxRedirects = 0 },
    };
}

/// <summary>What a request is for.</summary>
public enum CrawlTaskKind
{
    /// <summary>The start page.</summary>
    Start,

    /// <summary>A robots.txt.</summary>
    Robots,

    /// <summary>A sitemap.</summary>
    Sitemap,

    /// <summary>A page, for its links.</summary>
    Page,
}
