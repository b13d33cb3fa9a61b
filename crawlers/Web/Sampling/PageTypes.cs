using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>
/// Recognises the pages that a sample must have where the site has them (Decision (EU) 2018/1524 Annex I point 3.2), by what links to them say and by their paths,
/// in bokmål, nynorsk and English. The words are data.
/// </summary>
internal static class PageTypes
{
    private static readonly PageType[] Types = EmbeddedData.Read<PageType[]>(typeof(PageTypes), "page-types.data.json");

    /// <summary>The kinds, those with the plainest words first.</summary>
    public static IEnumerable<PageKind> Kinds => Types.Select(t => t.Kind);

    /// <summary>Whether a link says, or its path does, that it leads to a page of a kind.</summary>
    public static bool Leads(PageLink link, PageKind kind)
    {
        PageType type = Types.Single(t => t.Kind == kind);
        return ScoreText(type, link.Text.ToLowerInvariant()) > 0 || ScorePath(type, link.Url) > 0;
    }

    /// <summary>How sure it is that a page is of a kind; 0 when nothing says so.</summary>
    public static int Score(FoundPage page, PageKind kind)
    {
        PageType type = Types.Single(t => t.Kind == kind);
        int byText = page.Texts.Select(t => ScoreText(type, t.ToLowerInvariant())).DefaultIfEmpty().Max();
        return byText + ScorePath(type, page.Url);
    }

    private static int ScoreText(PageType type, string text) =>
        type.Texts.Contains(text) ? 4
        : type.Starts.Any(s => text.StartsWith(s, StringComparison.Ordinal) && (text.Length == s.Length || !char.IsLetter(text[s.Length]))) ? 2
        : 0;

    private static int ScorePath(PageType type, string url)
    {
        if (!LinkResolver.TryResolve(url, null, out Uri? uri))
            return 0;
        string[] segments = [.. uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(s => Path.ChangeExtension(Uri.UnescapeDataString(s), null).ToLowerInvariant())];
        return segments.Length > 0 && type.Paths.Contains(segments[^1]) ? 3 : 0;
    }

    private sealed record PageType(PageKind Kind, IReadOnlyList<string> Texts, IReadOnlyList<string> Starts, IReadOnlyList<string> Paths);
}
