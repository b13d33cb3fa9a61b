using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>What a crawl came to: a sample, or why there is none.</summary>
/// <param name="Sample">The pages to look at.</param>
/// <param name="Scope">How far the site reaches, the start page's redirects followed.</param>
/// <param name="Reason">Why nothing can be looked at, a code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>.</param>
public sealed record CrawlOutcome(Sample? Sample, SiteScope? Scope, string? Reason)
{
    /// <summary>What robots.txt allows on the way to the pages; null when there is no sample.</summary>
    public SiteRobots? Robots { get; init; }

    /// <summary>Whether there is a sample.</summary>
    [MemberNotNullWhen(true, nameof(Sample), nameof(Scope))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Succeeded => Reason is null;
}

/// <summary>How far a crawl has come.</summary>
/// <param name="Fetched">Requests made.</param>
/// <param name="Found">Pages found in scope.</param>
/// <param name="Url">What is fetched now.</param>
public sealed record CrawlProgress(int Fetched, int Found, string Url);
