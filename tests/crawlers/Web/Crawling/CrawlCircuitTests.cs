using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

/// <summary>Sites that keep failing, or whose firewall does not let us in.</summary>
public sealed class CrawlCircuitTests : CrawlTest
{
    private const string Challenge = "<script>window._cf_chl_opt={};a.src='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1'</script>";

    private static async Task<string?> CrawlAsync(ServiceProvider parts, TestSite site) =>
        (await parts.Get<SiteCrawler>().CrawlAsync(new CrawlRequest(site.Url("/"), 1), null, Cancellation)).Reason;

    [Fact]
    public async Task Five_failures_in_a_row_block_the_host_for_every_scan_until_a_request_after_the_rest_succeeds()
    {
        var clock = new FakeTimeProvider();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 500).Status("/robots.txt", 404);
        await using ServiceProvider parts = WebParts.Create(site, clock);

        Assert.Equal(PageReasons.ServerError, await CrawlAsync(parts, site));
        Assert.Equal(ScanReasons.Blocked, await CrawlAsync(parts, site));
        Assert.Equal(5, site.CountOf("/"));
        Assert.Equal(ScanReasons.Blocked, await CrawlAsync(parts, site));
        Assert.Equal(5, site.CountOf("/"));

        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ScanReasons.Blocked, await CrawlAsync(parts, site));
        Assert.Equal(6, site.CountOf("/"));

        site.Html("/", "");
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Null(await CrawlAsync(parts, site));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_firewalls_challenge_is_no_start_page_and_not_asked_for_again(int status)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/", Challenge, "text/html", status);
        await using ServiceProvider parts = WebParts.Create(site);

        Assert.Equal(PageReasons.Challenged, await CrawlAsync(parts, site));
        Assert.Equal(1, site.CountOf("/"));
    }

    [Theory]
    [InlineData("cf-mitigated", "challenge", 403)]
    [InlineData("x-amzn-waf-action", "challenge", 202)]
    [InlineData("x-amzn-waf-action", "captcha", 405)]
    public async Task A_challenge_that_only_a_header_tells_is_one(string name, string value, int status)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers[name] = value;
            return Task.CompletedTask;
        });
        await using ServiceProvider parts = WebParts.Create(site);

        Assert.Equal(PageReasons.Challenged, await CrawlAsync(parts, site));
    }

    [Fact]
    public async Task A_challenge_in_the_place_of_robots_txt_allows_nothing()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", Challenge, "text/html").Html("/", "");
        await using ServiceProvider parts = WebParts.Create(site);

        Assert.Equal(PageReasons.Challenged, await CrawlAsync(parts, site));
        Assert.Equal(0, site.CountOf("/"));
    }

    [Fact]
    public async Task A_forbidden_page_whose_body_breaks_off_is_still_forbidden()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            context.Response.StatusCode = 403;
            context.Response.ContentType = "text/html";
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("<p>Nei"u8.ToArray(), context.RequestAborted);
        });
        await using ServiceProvider parts = WebParts.Create(site);

        Assert.Equal(PageReasons.Refused, await CrawlAsync(parts, site));
    }
}
