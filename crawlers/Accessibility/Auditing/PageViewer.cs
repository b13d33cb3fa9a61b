using System.Text;
using System.Text.Json;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Reads from a page that is judged anyway what it shows beside its accessibility.</summary>
public sealed class PageViewer
{
    private readonly IPageSign[] signs;
    private readonly CrawlSettings limits;

    internal PageViewer(IEnumerable<IPageSign> signs, IOptions<CrawlSettings> limits)
    {
        this.signs = [.. signs];
        this.limits = limits.Value;
    }

    /// <summary>Reads every sign.</summary>
    /// <exception cref="PlaywrightException">The page went elsewhere, or was lost.</exception>
    internal async Task<PageShown> ReadAsync(BrowserPage page, PageSource source, CancellationToken cancellation)
    {
        using IBrowsingContext context = BrowsingContext.New(Configuration.Default);
        using IDocument document = await ParseAsync(context, source.Html, page.Page.Url, cancellation);
        var view = new PageView(
            new Uri(page.Page.Url), document, LinkReader.LinksOf(document, document.BaseUrl?.Href ?? page.Page.Url),
            await ServedEncoding.IsUtf8Async(page, source, cancellation),
            page.Document is { } answer ? await page.WhileAliveAsync(answer.HeaderValueAsync("strict-transport-security"), cancellation) : null,
            await page.WhileAliveAsync(page.CookiesAsync(), cancellation), page.Hosts);

        var shown = new Dictionary<string, JsonElement>();
        bool lookAgain = false;
        foreach (IPageSign sign in signs)
        {
            if (sign.Read(view) is not { } read)
                continue;
            shown[sign.Id] = read;
            lookAgain |= sign.NeedsSecondLook(read);
        }
        return new PageShown(shown, lookAgain);
    }

    private async Task<IDocument> ParseAsync(IBrowsingContext context, string html, string url, CancellationToken cancellation)
    {
        byte[] markup = Encoding.UTF8.GetBytes(html);
        using var body = new MemoryStream(markup, 0, MarkupLimit.LengthOf(markup, limits.MaxTags), writable: false);
        IDocument document = await context.OpenAsync(response => response.Content(body).Address(url).Header("Content-Type", "text/html; charset=utf-8"), cancellation);
        foreach (IElement hidden in document.QuerySelectorAll("noscript, template").ToArray())
            hidden.Remove();
        return document;
    }
}
