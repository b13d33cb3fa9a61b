using System.Text.Json.Serialization;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>All that a crawl knows, between one request and the next: kept as <c>scans/{scanId}/frontier.json</c>, so that any worker can go on with it.</summary>
public sealed class CrawlState
{
    /// <summary>What samples and choices among too many URLs are drawn from.</summary>
    public long Seed { get; init; }

    /// <summary>Whether robots.txt is overridden.</summary>
    public bool IgnoreRobots { get; init; }

    /// <summary>How far the site reaches.</summary>
    public SiteScope? Scope { get; set; }

    /// <summary>The start page's canonical URL once it was fetched.</summary>
    public string? StartPage { get; set; }

    /// <summary>Why the crawl came to nothing, a code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>.</summary>
    public string? Failure { get; set; }

    /// <summary>What is still to be requested, in order.</summary>
    public List<CrawlTask> Tasks { get; init; } = [];

    /// <summary>Pages found, by what tells them apart.</summary>
    public Dictionary<string, FoundPage> Pages { get; init; } = [];

    /// <summary>PDFs that pages link to, by what tells them apart.</summary>
    public Dictionary<string, string> Pdfs { get; init; } = [];

    /// <summary>Office files that pages link to, by what tells them apart: whether a page links to a PDF or a web page of the same name beside it.</summary>
    public Dictionary<string, bool> OfficeFiles { get; init; } = [];

    /// <summary>The robots.txt of each origin met; null where it could not be had.</summary>
    public Dictionary<string, string?> Robots { get; init; } = [];

    /// <summary>Pages found of each pattern, digits taken as one.</summary>
    public Dictionary<string, int> Patterns { get; init; } = [];

    /// <summary>For each pattern how its pages' texts ran on.</summary>
    public Dictionary<string, DuplicateRun> Duplicates { get; init; } = [];

    /// <summary>What the crawl is held to: settings of the process that goes on with it.</summary>
    [JsonIgnore]
    internal CrawlSettings Limits { get; set; } = new();

    /// <summary>Pages that sitemaps name, in scope; of too many, a random part.</summary>
    public List<string> FromSitemaps { get; set; } = [];

    /// <summary>Requests made.</summary>
    public int Requests { get; set; }

    /// <summary>Pages requested for their links.</summary>
    public int PageFetches { get; set; }

    /// <summary>Sitemaps requested.</summary>
    public int SitemapFetches { get; set; }

    /// <summary>Whether nothing is left to do.</summary>
    public bool Finished => Failure is not null || Tasks.Count == 0;

    /// <summary>A crawl that has not begun.</summary>
    public static CrawlState Begin(CrawlRequest request)
    {
        var state = new CrawlState { Seed = request.Seed, IgnoreRobots = request.IgnoreRobots };
        state.Scope = SiteScope.Of(request.Url, request.ScopePath);
        if (state.Scope is null || !CanonicalUrl.TryCreate(request.Url, null, out string start))
            state.Failure = ScanReasons.AddressNotAllowed;
        else
            state.Tasks.Add(new CrawlTask(CrawlTaskKind.Start, start));
        return state;
    }
}
