using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class CrawlRobotsTests : CrawlTest
{
    [Fact]
    public async Task Pages_that_robots_txt_refuses_are_neither_fetched_nor_sampled()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", "User-agent: MonitorBot\nDisallow: /hemmelig")
            .Html("/", """<a href="/hemmelig/1">x</a><a href="/apen">y</a>""").Html("/apen", "").Html("/hemmelig/1", "");

        Assert.Equal(["/", "/apen"], Urls(site, await CrawlAsync(site)));
        Assert.Equal(0, site.CountOf("/hemmelig/1"));
        Assert.Contains("/hemmelig/1", Urls(site, await CrawlAsync(site, new CrawlRequest(site.Url("/"), 1, IgnoreRobots: true))));
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_robots_txt_that_is_not_there_allows_everything(int status)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/robots.txt", status).Html("/", "");
        Assert.Equal(["/"], Urls(site, await CrawlAsync(site)));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_robots_txt_that_cannot_be_had_stops_the_crawl_unless_overridden(int status)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/robots.txt", status).Html("/", "");

        Assert.Equal(ScanReasons.RobotsUnreachable, (await CrawlAsync(site)).Reason);
        Assert.Equal(0, site.CountOf("/"));
        Assert.Equal(3, site.CountOf("/robots.txt"));
        Assert.True((await CrawlAsync(site, new CrawlRequest(site.Url("/"), 1, IgnoreRobots: true))).Succeeded);
    }

    [Theory]
    [InlineData(5, "robotsDisallowed")]
    [InlineData(6, null)]
    public async Task Five_redirects_to_a_robots_txt_are_followed_and_more_mean_that_there_is_none(int hops, string? reason)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Redirect("/robots.txt", "/r1").Html("/", "");
        for (int i = 1; i < hops; i++)
            site.Redirect($"/r{i}", $"/r{i + 1}");
        site.Text($"/r{hops}", "User-agent: *\nDisallow: /");

        Assert.Equal(reason, (await CrawlAsync(site)).Reason);
    }

    [Fact]
    public async Task Rules_behind_500_KiB_are_not_read_nor_is_the_line_that_is_cut()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        string filler = string.Concat(Enumerable.Repeat("# fyll\n", 512_000 / 7 - 4));
        string cut = "User-agent: *\n";
        int room = 512_000 - filler.Length - cut.Length - "Disallow: /".Length;
        site.Text("/robots.txt", filler + cut + new string('\n', room) + "Disallow: /egentlig-noe-annet\n" + new string('#', 100_000) + "\nDisallow: /\n").Html("/", "");

        Assert.True((await CrawlAsync(site)).Succeeded);
    }

    [Theory]
    [InlineData(5, "robotsDisallowed")]
    [InlineData(6, null)]
    public async Task Redirects_across_hosts_count_and_the_rules_are_for_the_first(int hops, string? reason)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite other = await TestSite.StartAsync(Cancellation);
        site.Redirect("/robots.txt", other.Url("/r1"), 301).Html("/", "");
        for (int i = 1; i < hops; i++)
            (i % 2 == 1 ? other : site).Redirect($"/r{i}", (i % 2 == 1 ? site : other).Url($"/r{i + 1}"), 307);
        (hops % 2 == 1 ? other : site).Text($"/r{hops}", "User-agent: *\nDisallow: /");

        Assert.Equal(reason, (await CrawlAsync(site, null, null, other)).Reason);
    }

    [Fact]
    public async Task A_copy_is_used_by_the_next_scans_for_a_day_even_while_the_file_cannot_be_had_and_then_no_longer()
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", "User-agent: *\nDisallow: /privat").Html("/", """<a href="/privat">x</a>""").Html("/privat", "");
        await using ServiceProvider parts = WebParts.Create(site, clock);
        Task<CrawlOutcome> AgainAsync() => parts.Get<SiteCrawler>().CrawlAsync(new CrawlRequest(site.Url("/"), 1), null, Cancellation);

        Assert.Equal(["/"], Urls(site, await AgainAsync()));
        site.Status("/robots.txt", 500);
        clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal(["/"], Urls(site, await AgainAsync()));
        Assert.Equal(1, site.CountOf("/robots.txt"));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ScanReasons.RobotsUnreachable, (await AgainAsync()).Reason);
    }

    [Fact]
    public async Task What_could_not_be_had_is_asked_for_again_by_the_next_scan()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/robots.txt", 500).Html("/", "");
        await using ServiceProvider parts = WebParts.Create(site);
        var request = new CrawlRequest(site.Url("/"), 1);

        Assert.Equal(ScanReasons.RobotsUnreachable, (await parts.Get<SiteCrawler>().CrawlAsync(request, null, Cancellation)).Reason);
        site.Status("/robots.txt", 404);
        Assert.True((await parts.Get<SiteCrawler>().CrawlAsync(request, null, Cancellation)).Succeeded);
    }

    [Fact]
    public async Task A_robots_txt_that_does_not_come_in_time_stops_the_crawl()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/robots.txt", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted)).Html("/", "");

        CrawlOutcome outcome = await CrawlAsync(site, null, new Dictionary<string, string?> { ["Monitor:Fetch:HeadersSeconds"] = "0.1" });

        Assert.Equal(ScanReasons.RobotsUnreachable, outcome.Reason);
        Assert.Equal(0, site.CountOf("/"));
    }
}
