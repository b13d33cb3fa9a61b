using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

/// <summary>What tests of the crawl share.</summary>
public abstract class CrawlTest
{
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected static async Task<CrawlOutcome> CrawlAsync(TestSite site, CrawlRequest? request = null, IDictionary<string, string?>? settings = null, params TestSite[] others)
    {
        await using ServiceProvider parts = WebParts.Create([site, .. others], settings: settings);
        return await parts.Get<SiteCrawler>().CrawlAsync(request ?? new CrawlRequest(site.Url("/"), 1), null, Cancellation);
    }

    protected static string[] Urls(TestSite site, CrawlOutcome outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Reason);
        return [.. outcome.Sample.Pages.Select(p => p.Url[(site.Origin.AbsoluteUri.Length - 1)..]).Order(StringComparer.Ordinal)];
    }
}
