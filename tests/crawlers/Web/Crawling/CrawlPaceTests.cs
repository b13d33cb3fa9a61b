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

        Assert.Equal(TimeSpan.FromSeconds(10), await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation));
        Assert.Single(site.Requests);
        clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(TimeSpan.FromSeconds(10), await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation));
        Assert.Equal(["/robots.txt", "/"], site.Requests.Select(r => r.PathAndQuery));
    }

    [Theory]
    [InlineData("300", 300, 300)]
    [InlineData("Tue, 24 Nov 2026 12:05:01 GMT", 300, 300)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 60, 90)]
    [InlineData(null, 60, 90)]
    public async Task A_host_that_wants_us_to_wait_rests_as_a_whole_and_is_asked_again(string? retryAfter, int least, int most)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 429, retryAfter);
        await using ServiceProvider parts = WebParts.Create(site, clock, new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "1" });
        SiteCrawler crawler = parts.Get<SiteCrawler>();
        CrawlState state = CrawlState.Begin(new CrawlRequest(site.Url("/"), 1));

        await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation);
        clock.Advance(TimeSpan.FromSeconds(1));
        TimeSpan wait = (await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation))!.Value;

        Assert.InRange(wait, TimeSpan.FromSeconds(least - 1), TimeSpan.FromSeconds(most - 1));
        Assert.Equal(wait, (await parts.Get<IHostSlots>().AskAsync(site.Url("/annet"), Cancellation)).RetryAfter);
        Assert.False(state.Finished);
        site.Html("/", "").Status("/sitemap.xml", 404);
        clock.Advance(wait);
        await crawler.RunAsync(state, clock.GetUtcNow().AddSeconds(1), "x", null, Cancellation);
        Assert.NotNull(state.StartPage);
    }

    [Fact]
    public async Task Another_crawl_of_the_same_host_is_waited_for_by_the_queue()
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using ServiceProvider parts = WebParts.Create(site, clock, new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "1" });
        await parts.Get<IHostSlots>().TryAcquireAsync(site.Url("/"), "annen", Cancellation);

        TimeSpan? wait = await parts.Get<SiteCrawler>().RunAsync(CrawlState.Begin(new CrawlRequest(site.Url("/"), 1)), DateTimeOffset.MaxValue, "x", null, Cancellation);

        Assert.InRange(wait!.Value, TimeSpan.FromSeconds(0.75), TimeSpan.FromSeconds(1.25));
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_wait_longer_than_a_scan_can_last_fails_it()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 503, "3600");
        Assert.Equal(PageReasons.Throttled, (await CrawlAsync(site)).Reason);
        Assert.Equal(1, site.CountOf("/"));
    }

    [Fact]
    public async Task A_host_that_rests_for_longer_than_a_scan_can_wait_fails_the_next_scan_unasked()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 503, "3600");
        await using ServiceProvider parts = WebParts.Create(site);
        SiteCrawler crawler = parts.Get<SiteCrawler>();
        await crawler.CrawlAsync(new CrawlRequest(site.Url("/"), 1), null, Cancellation);
        int before = site.Requests.Count;

        Assert.Equal(PageReasons.Throttled, (await crawler.CrawlAsync(new CrawlRequest(site.Url("/annet"), 1), null, Cancellation)).Reason);
        Assert.Equal(before, site.Requests.Count);
    }

    [Fact]
    public async Task A_crawl_delay_holds_for_every_crawl_as_soon_as_one_has_read_it()
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", "User-agent: *\nCrawl-delay: 10\nDisallow:").Html("/", "");
        await using ServiceProvider parts = WebParts.Create(site, clock, new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "1" });
        CrawlState first = CrawlState.Begin(new CrawlRequest(site.Url("/"), 1)), second = CrawlState.Begin(new CrawlRequest(site.Url("/"), 1));
        await parts.Get<SiteCrawler>().RunAsync(first, DateTimeOffset.MaxValue, "x", null, Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(10), await parts.Get<SiteCrawler>().RunAsync(second, DateTimeOffset.MaxValue, "x", null, Cancellation));
        Assert.Equal(["/robots.txt"], site.Requests.Select(r => r.PathAndQuery));
    }
}
