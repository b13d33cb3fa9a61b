using System.Collections.Concurrent;
using System.Text.Json;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Robots;

/// <summary>
/// The robots.txt files that a crawl met, kept for its scan's page loads: a page may redirect to where they forbid. Stored as <c>scans/{scanId}/robots.json</c>.
/// </summary>
/// <param name="Texts">The text by origin, the port always named; null where it could not be had, so that nothing there may be fetched.</param>
/// <param name="StartOrigin">The start page's origin: one that was never asked goes by it, as in the crawl.</param>
/// <param name="Overridden">Whether a person decided to override them.</param>
public sealed record SiteRobots(IReadOnlyDictionary<string, string?> Texts, string StartOrigin, bool Overridden)
{
    private readonly ConcurrentDictionary<string, RobotsTxt?> parsed = [];

    /// <summary>What a crawl knows.</summary>
    internal static SiteRobots Of(CrawlState state) =>
        new(state.Robots, state.StartPage is { } start ? CrawlRobots.OriginOf(start) : "", state.IgnoreRobots);

    /// <summary>Those of a scan; null when none were kept.</summary>
    public static async Task<SiteRobots?> ReadAsync(IBlobs blobs, ScanId scan, CancellationToken cancellation) =>
        await blobs.ReadAsync(NameOf(scan), cancellation) is { } content ? JsonSerializer.Deserialize<SiteRobots>(content, MonitorJson.Options) : null;

    /// <summary>Keeps them for a scan; the first that does so wins.</summary>
    public Task KeepAsync(IBlobs blobs, ScanId scan, CancellationToken cancellation) =>
        blobs.TryCreateAsync(NameOf(scan), BinaryData.FromObjectAsJson(this, MonitorJson.Options), "application/json", cancellation);

    /// <summary>Whether a URL may be loaded.</summary>
    public bool Allows(Uri url)
    {
        if (Overridden)
            return true;
        string origin = CrawlRobots.OriginOf(url.AbsoluteUri);
        RobotsTxt? robots = parsed.GetOrAdd(Texts.ContainsKey(origin) ? origin : StartOrigin, Parse);
        return robots?.IsAllowed(BotIdentity.ProductToken, url.AbsoluteUri) == true;
    }

    private RobotsTxt? Parse(string origin) => Texts.GetValueOrDefault(origin) is { } text ? RobotsTxt.Parse(text) : null;

    private static string NameOf(ScanId scan) => $"scans/{scan}/robots.json";
}
