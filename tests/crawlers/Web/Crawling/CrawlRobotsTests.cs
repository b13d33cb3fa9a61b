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
}
