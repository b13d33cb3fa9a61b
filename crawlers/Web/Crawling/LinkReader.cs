using AngleSharp;
using AngleSharp.Dom;
using Monitor.Crawlers.Web.Fetching;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>Reads the links of a page as a browser without scripts would: charset by byte order mark, header, then meta; <c>base href</c> honoured.</summary>
internal static class LinkReader
{
    private const int MostLinks = 5000;
    private const int TextLength = 120;

    public static async Task<PageLinks> ReadAsync(FetchResult page, CrawlSettings limits, CancellationToken cancellation)
    {
        using IBrowsingContext context = BrowsingContext.New(Configuration.Default);
        using var body = new MemoryStream(page.Body[..MarkupLimit.LengthOf(page.Body.Span, limits.MaxTags)].ToArray(), writable: false);
        using IDocument document = await context.OpenAsync(
            response => response.Content(body).Address(page.FinalUrl).Header("Content-Type", page.ContentType ?? "text/html"), cancellation);

        string baseUrl = document.BaseUrl?.Href ?? page.FinalUrl;
        return new PageLinks(
            LinksOf(document, baseUrl),
            document.QuerySelector("link[rel~=canonical][href]") is { } canonical && Resolve(canonical, baseUrl) is { Length: > 0 } url ? url : null,
            SimHash.Of(ReadableText(document)),
            PageStructure.Of(document));
    }

    /// <summary>A document's links to web pages, in its order.</summary>
    public static IReadOnlyList<PageLink> LinksOf(IDocument document, string baseUrl) =>
        [.. document.QuerySelectorAll("a[href], area[href]").Take(MostLinks).Select(a => new PageLink(Resolve(a, baseUrl), TextOf(a))).Where(l => l.Url.Length > 0)];

    /// <summary>The text that a page shows, more or less.</summary>
    public static string ReadableText(IDocument document) =>
        document.Body is not { } body
            ? ""
            : string.Join(' ', body.Descendants<IText>().Where(t => t.ParentElement?.LocalName is not ("script" or "style" or "noscript" or "template")).Select(t => t.Data));

    private static string Resolve(IElement element, string baseUrl) =>
        CanonicalUrl.TryCreate(element.GetAttribute("href") ?? "", baseUrl, out string url) ? url : "";

    private static string TextOf(IElement link)
    {
        string?[] sources = [link.TextContent, link.GetAttribute("aria-label"), link.GetAttribute("title"), link.GetAttribute("alt"), link.QuerySelector("img[alt]")?.GetAttribute("alt")];
        string text = sources.FirstOrDefault(s => !string.IsNullOrWhiteSpace(s)) ?? "";
        string compact = string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return compact.Length <= TextLength ? compact : compact[..TextLength];
    }
}

/// <summary>What a page links to.</summary>
/// <param name="Links">Links to web pages, in document order.</param>
/// <param name="Canonical">What it names as its own address.</param>
/// <param name="Text">The <see cref="SimHash"/> of its text.</param>
/// <param name="Structure">Its <see cref="PageStructure"/>.</param>
internal sealed record PageLinks(IReadOnlyList<PageLink> Links, string? Canonical, ulong Text, byte[]? Structure);

/// <summary>One link.</summary>
/// <param name="Url">Its canonical URL.</param>
/// <param name="Text">What it says.</param>
internal sealed record PageLink(string Url, string Text);
