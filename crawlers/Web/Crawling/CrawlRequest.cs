using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>What to crawl, and what to draw from it.</summary>
/// <param name="Url">Where to start.</param>
/// <param name="Seed">What the random part of the sample is drawn from.</param>
/// <param name="MaxPages">Pages in the sample, follow-ups in addition: at most as many again.</param>
/// <param name="ScopePath">Only pages under this path; <c>/</c> for the whole host.</param>
/// <param name="IgnoreRobots">Whether a person decided to override robots.txt.</param>
/// <param name="FollowUps">Pages and documents with open findings, which stay in the sample, the most needed first.</param>
/// <param name="Earlier">The last scan's sample, whose typed pages and pages of templates stay where they still exist.</param>
public sealed record CrawlRequest(
    string Url, long Seed, int MaxPages = 30, string ScopePath = "/", bool IgnoreRobots = false, IReadOnlyList<SamplePage>? FollowUps = null,
    IReadOnlyList<SamplePage>? Earlier = null);
