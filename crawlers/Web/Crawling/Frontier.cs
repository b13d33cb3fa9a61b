using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Decides which of the URLs met become pages of a crawl. The limits keep calendars, session ids and endless paths from filling it (Heritrix' practice).</summary>
internal sealed partial class Frontier(CrawlState state, int mostPages)
{
    private readonly NearDuplicates duplicates = new(state);

    private static readonly HashSet<string> NoPages = new(StringComparer.OrdinalIgnoreCase)
    {
        "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "csv", "txt", "zip", "gz", "7z", "rar", "epub", "ics", "vcf",
        "jpg", "jpeg", "png", "gif", "svg", "webp", "avif", "ico", "bmp", "tif", "tiff", "mp3", "mp4", "m4a", "m4v", "mov", "avi", "webm", "ogg", "wav",
        "css", "js", "mjs", "json", "xml", "rss", "atom", "woff", "woff2", "ttf", "eot", "exe", "msi", "dmg", "iso", "apk",
    };

    /// <summary>Pages that there is room for: up to half of it is kept free for what sitemaps name, so that a site's menu does not stand for the whole site.</summary>
    private int Room => mostPages - Math.Min(state.FromSitemaps.Count, mostPages / 2);

    /// <summary>Adds a page, or the link's text to one known already.</summary>
    /// <returns>Whether it is new and may be followed.</returns>
    public bool Add(string url, int depth, params IEnumerable<string> texts)
    {
        string key = CanonicalUrl.DedupeKey(url);
        if (state.Pages.TryGetValue(key, out FoundPage? known))
        {
            state.Pages[key] = known.With(texts);
            return false;
        }
        if (depth > state.Limits.MaxDepth || state.Pages.Count >= Room || state.Scope?.Contains(url) != true || IsTrap(url) || duplicates.IsSpent(url))
            return false;

        string pattern = PatternOf(url);
        int ofPattern = state.Patterns.GetValueOrDefault(pattern);
        if (ofPattern >= state.Limits.MaxPerPattern)
            return false;
        state.Patterns[pattern] = ofPattern + 1;
        state.Pages[key] = new FoundPage { Url = url, Depth = depth }.With(texts);
        return true;
    }

    /// <summary>What pages of one kind share: the address, digits taken as one.</summary>
    public static string PatternOf(string url) => Digits().Replace(CanonicalUrl.DedupeKey(url), "#");

    /// <summary>Notes what became of a page.</summary>
    public void Update(string url, Func<FoundPage, FoundPage> change)
    {
        string key = CanonicalUrl.DedupeKey(url);
        if (state.Pages.TryGetValue(key, out FoundPage? page))
            state.Pages[key] = change(page);
    }

    /// <summary>Keeps a sitemap's pages for later. Of too many, those whose hash with the seed is smallest: a random part, and the same whoever chooses.</summary>
    public void AddFromSitemap(IEnumerable<string> urls) =>
        state.FromSitemaps = [.. state.FromSitemaps.Concat(urls.Where(u => state.Scope?.Contains(u) == true && !IsTrap(u)))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(u => Base32.Hash($"{state.Seed}|{u}"), StringComparer.Ordinal)
            .Take(mostPages)];

    /// <summary>Makes pages of what sitemaps named, as far as there is room.</summary>
    public void TakeFromSitemaps()
    {
        List<string> urls = state.FromSitemaps;
        state.FromSitemaps = [];
        foreach (string url in urls)
            Add(url, 1);
    }

    private bool IsTrap(string url)
    {
        string[] segments = LinkResolver.TryResolve(url, null, out Uri? uri) ? uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) : [];
        return segments.Length > state.Limits.MaxSegments
            || segments.GroupBy(s => s).Any(g => g.Count() > state.Limits.MaxRepeats)
            || (segments.Length > 0 && NoPages.Contains(Path.GetExtension(segments[^1]).TrimStart('.')));
    }

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Digits();
}
