using System.Text.RegularExpressions;
using AngleSharp;
using AngleSharp.Dom;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>
/// Looks for a link to a statement on a solution's start page as it is sent, scripts not run. A page without scripts, or with a footer whose links are not to a
/// statement, says that there is none; another may be put together by scripts, and one that leads to a page of its own about the statement may link from there: both say nothing.
/// </summary>
internal sealed partial class StatementLinkFinder(PoliteFetcher fetcher, IOptions<CrawlSettings> limits)
{
    private const string Host = "uustatus.no";
    private const int FooterLinks = 3;

    /// <summary>Looks at one start page.</summary>
    public async Task<FoundLink> FindAsync(string startPage, CancellationToken cancellation)
    {
        if (await ReadAsync(startPage, cancellation) is not { } page)
            return FoundLink.Unreachable;
        using (page)
        {
            if (Find(page) is { } found)
                return found;
            string? own = page.QuerySelectorAll("a[href]").FirstOrDefault(a => Statement().IsMatch(a.TextContent))?.GetAttribute("href");
            if (own is not null && Uri.TryCreate(page.BaseUri, UriKind.Absolute, out Uri? at) && Uri.TryCreate(at, own, out Uri? target))
            {
                using IDocument? about = await ReadAsync(target.AbsoluteUri, cancellation);
                return about is not null && Find(about) is { } there ? there : FoundLink.Unclear;
            }
            bool whole = page.QuerySelector("script") is null
                || page.QuerySelectorAll("footer, [role=contentinfo]").Any(f => f.QuerySelectorAll("a[href]").Length >= FooterLinks);
            return whole && !page.Source.Text.Contains(Host, StringComparison.OrdinalIgnoreCase) ? FoundLink.None : FoundLink.Unclear;
        }
    }

    private async Task<IDocument?> ReadAsync(string address, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
            || (await fetcher.ReadRobotsAsync(uri, cancellation))?.IsAllowed(BotIdentity.ProductToken, address) != true
            || await fetcher.FetchAsync(address, FetchOptions.Page, cancellation) is not { Succeeded: true, IsHtml: true } result
            || MarkupLimit.LengthOf(result.Body.Span, limits.Value.MaxTags) < result.Body.Length)
            return null;
        IBrowsingContext context = BrowsingContext.New(Configuration.Default);
        using var body = new MemoryStream(result.Body.ToArray(), writable: false);
        return await context.OpenAsync(
            response => response.Content(body).Address(result.FinalUrl).Header("Content-Type", result.ContentType ?? "text/html"), cancellation);
    }

    private static FoundLink? Find(IDocument page)
    {
        StatementLink?[] links = [.. page.QuerySelectorAll("a[href], area[href]").Select(a => StatementLink.Of(a.GetAttribute("href")!.Trim()))];
        return links.FirstOrDefault(l => l is not null) is { } link ? new FoundLink(LinkFinding.Found, link) : null;
    }

    [GeneratedRegex("tilgjengelig ?hetserklæring|tilgjengelegheitserklæring|accessibility statement", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}

/// <summary>What a look for a statement's link came to.</summary>
/// <param name="Finding">What it came to.</param>
/// <param name="Link">The link, where one was found.</param>
internal sealed record FoundLink(LinkFinding Finding, StatementLink? Link)
{
    public static FoundLink None { get; } = new(LinkFinding.None, null);

    public static FoundLink Unclear { get; } = new(LinkFinding.Unclear, null);

    public static FoundLink Unreachable { get; } = new(LinkFinding.Unreachable, null);
}

/// <summary>What a look for a statement's link can come to.</summary>
internal enum LinkFinding
{
    /// <summary>A link to a published statement.</summary>
    Found,

    /// <summary>The page has its links, and none is to a statement.</summary>
    None,

    /// <summary>The page as it is sent does not tell.</summary>
    Unclear,

    /// <summary>The page could not be read, or not as a whole.</summary>
    Unreachable,
}
