using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class CrawlPaceTests : CrawlTest
{
    [Fact]
    public async Task Between_two_requests_the_crawl_waits_for_the_hosts_turn_and_obeys_the_crawl_delay()
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", "User-agent: *\nCrawl-delay: 10\nDisallow:").Html("/", "");
        await using ServiceProvider parts = WebParts.Create(site, clock, new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "1" });
        SiteCrawler crawler = parts.Get<SiteCrawler>();
        CrawlState state = CrawlState.Begin(new CrawlRequest(site.Url("/"), 1));

        Assert.Equal(TimeSpan.FromSeconds(1), await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation));
        Assert.Single(site.Requests);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(10), await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation));
        Assert.Equal(["/robots.txt", "/"], site.Requests.Select(r => r.PathAndQuery));
    }

    [Theory]
    [InlineData("300", 300)]
    [InlineData(null, 60)]
    public async Task A_host_that_wants_us_to_wait_rests_as_a_whole_and_is_asked_again(string? retryAfter, int seconds)
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 429, retryAfter);
        await using ServiceProvider parts = WebParts.Create(site, clock, new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "1" });
        SiteCrawler crawler = parts.Get<SiteCrawler>();
        CrawlState state = CrawlState.Begin(new CrawlRequest(site.Url("/"), 1));

        await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(seconds), await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation));

        Assert.False((await parts.Get<IHostSlots>().TryAcquireAsync(site.Host, "annen", Cancellation)).Acquired);
        Assert.False(state.Finished);
        site.Html("/", "").Status("/sitemap.xml", 404);
        clock.Advance(TimeSpan.FromSeconds(seconds));
        await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation);
        Assert.NotNull(state.StartPage);
    }

    [Fact]
    public async Task A_wait_longer_than_a_scan_can_last_fails_it()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 503, "3600");
        Assert.Equal(PageReasons.Throttled, (await CrawlAsync(site)).Reason);
        Assert.Equal(1, site.CountOf("/"));
    }
}
