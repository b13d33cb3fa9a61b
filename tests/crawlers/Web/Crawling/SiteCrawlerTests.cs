using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class SiteCrawlerTests : CrawlTest
{
    [Fact]
    public async Task Links_are_followed_breadth_first_within_the_site()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a#x">A</a> <a href="b?utm_source=x">B</a> <a href="https://annet.no/">ut</a> <a href="mailto:a@b.no">post</a> <a href="/fil.pdf">pdf</a>""")
            .Html("/a", """<a href="/c">C</a><a href="/">hjem</a>""").Html("/b", "").Html("/c", "");

        Assert.Equal(["/", "/a", "/b", "/c", "/fil.pdf"], Urls(site, await CrawlAsync(site)));
        Assert.Equal(["/robots.txt", "/", "/sitemap.xml", "/a", "/b", "/c"], site.Requests.Select(r => r.PathAndQuery));
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task Base_href_and_the_pages_own_charset_are_honoured()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        byte[] page = Encoding.Latin1.GetBytes("""<html><head><meta charset="windows-1252"><base href="/nb/"></head><a href="side">Søk</a></html>""");
        site.On("/", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        }).Html("/nb/side", "");

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Contains(new SamplePage(site.Url("/nb/side"), PageKind.Search), outcome.Sample!.Pages);
    }

    [Theory]
    [InlineData(404, PageReasons.Gone)]
    [InlineData(403, PageReasons.Refused)]
    [InlineData(500, PageReasons.ServerError)]
    [InlineData(429, PageReasons.Throttled)]
    public async Task A_start_page_that_cannot_be_had_fails_the_crawl_with_its_reason(int status, string reason)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", status);
        Assert.Equal(reason, (await CrawlAsync(site)).Reason);
    }

    [Fact]
    public async Task A_start_page_gets_two_more_chances_and_takes_the_second()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            context.Response.StatusCode = site.CountOf("/") < 2 ? 500 : 200;
            context.Response.ContentType = "text/html";
            return Task.CompletedTask;
        });
        Assert.True((await CrawlAsync(site)).Succeeded);
    }

    [Fact]
    public async Task A_start_page_that_is_no_html_or_no_address_fails()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite inside = await TestSite.StartAsync(Cancellation);
        site.Text("/", "tekst");

        Assert.Equal(PageReasons.NotHtml, (await CrawlAsync(site)).Reason);
        Assert.Equal(ScanReasons.AddressNotAllowed, (await CrawlAsync(site, new CrawlRequest("ftp://h.no/", 1))).Reason);
        Assert.Equal(ScanReasons.AddressNotAllowed, (await CrawlAsync(site, new CrawlRequest(inside.Url("/"), 1))).Reason);
        Assert.Empty(inside.Requests);
    }

    [Fact]
    public async Task A_start_page_may_redirect_within_the_site_but_not_out_of_it()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite other = await TestSite.StartAsync(Cancellation);
        site.Redirect("/", "/nb/").Html("/nb/", "").Redirect("/ut", other.Url("/")).Redirect("/runde", "/runde");
        other.Html("/", "");

        Assert.Equal(["/nb/"], Urls(site, await CrawlAsync(site)));
        Assert.Equal(PageReasons.OutOfScope, (await CrawlAsync(site, new CrawlRequest(site.Url("/ut"), 1), null, other)).Reason);
        Assert.Equal(PageReasons.Redirects, (await CrawlAsync(site, new CrawlRequest(site.Url("/runde"), 1))).Reason);
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Pages_that_turn_out_to_be_none_are_not_sampled_those_that_moved_are_where_they_are_and_those_that_fail_stay()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/borte">1</a><a href="/data">2</a><a href="/gammel">Kontakt</a><a href="/ut">4</a><a href="/feil">5</a><a href="/stengt">6</a>""")
            .Text("/data", "{}", "application/json").Redirect("/gammel", "/ny").Html("/ny", "").Redirect("/ut", "https://annet.no/").Status("/feil", 500).Status("/stengt", 403);

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Equal(["/", "/feil", "/ny", "/stengt"], Urls(site, outcome));
        Assert.Contains(new SamplePage(site.Url("/ny"), PageKind.Contact), outcome.Sample!.Pages);
    }

    [Fact]
    public async Task Sitemaps_that_robots_txt_names_are_read_with_the_sitemaps_they_name()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Text("/robots.txt", $"Sitemap: {site.Url("/kart.xml")}\nSitemap: https://annet.no/kart.xml").Html("/", "")
            .Text("/kart.xml", $"<sitemapindex><sitemap><loc>{site.Url("/1.xml")}</loc></sitemap></sitemapindex>")
            .Text("/1.xml", $"""
                <urlset><url><loc>{site.Url("/a")}</loc></url><url><loc>https://annet.no/x</loc></url><url><loc>{site.Url("/a#b")}</loc></url></urlset>
                """)
            .Html("/a", "");

        Assert.Equal(["/", "/a"], Urls(site, await CrawlAsync(site)));
        Assert.Equal(0, site.CountOf("/sitemap.xml"));
    }

    [Fact]
    public async Task A_path_bounds_the_crawl()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/tjeneste", """<a href="/tjeneste/a">1</a><a href="/annet">2</a>""").Html("/tjeneste/a", "").Html("/annet", "");

        Assert.Equal(["/tjeneste", "/tjeneste/a"], Urls(site, await CrawlAsync(site, new CrawlRequest(site.Url("/tjeneste"), 1, ScopePath: "/tjeneste"))));
    }

    [Fact]
    public async Task Follow_up_pages_stay_even_when_they_are_gone_but_not_out_of_scope()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/borte">1</a>""");

        string[] followUps = [site.Url("/funn"), site.Url("/borte"), "https://annet.no/"];
        CrawlOutcome outcome = await CrawlAsync(site, new CrawlRequest(site.Url("/"), 1, FollowUps: [.. followUps.Select(u => new SamplePage(u, PageKind.FollowUp))]));

        Assert.Equal(["/", "/borte", "/funn"], Urls(site, outcome));
    }

    [Fact]
    public async Task A_crawl_that_is_put_down_as_json_goes_on_as_if_it_never_was()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a">Kontakt</a><a href="/b">B</a>""").Html("/a", """<a href="/c">C</a>""").Html("/b", "").Html("/c", "")
            .Text("/sitemap.xml", $"<urlset><url><loc>{site.Url("/d")}</loc></url></urlset>");
        var request = new CrawlRequest(site.Url("/"), 1);
        await using ServiceProvider parts = WebParts.Create(site);
        CrawlState state = CrawlState.Begin(request);
        var run = parts.Get<SiteCrawler>();

        int slices = 0;
        while (!state.Finished)
        {
            var once = new StopAfterOne(parts.GetRequiredService<TimeProvider>());
            var crawler = ActivatorUtilities.CreateInstance<SiteCrawler>(parts, (TimeProvider)once);
            await crawler.RunAsync(state, once.Until, "x", null, Cancellation);
            state = JsonSerializer.Deserialize<CrawlState>(JsonSerializer.Serialize(state, MonitorJson.Options), MonitorJson.Options)!;
            Assert.InRange(++slices, 1, 30);
        }

        CrawlOutcome undisturbed = await run.CrawlAsync(request, null, Cancellation);
        CrawlOutcome disturbed = SiteCrawler.Draw(state, request);
        Assert.Equal(undisturbed.Sample!.Pages, disturbed.Sample!.Pages);
        Assert.Equal(undisturbed.Sample.Discovered, disturbed.Sample.Discovered);
    }

    [Fact]
    public async Task Progress_tells_what_is_fetched()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a">x</a>""").Html("/a", "");
        await using ServiceProvider parts = WebParts.Create(site);
        var seen = new Recorder();

        await parts.Get<SiteCrawler>().CrawlAsync(new CrawlRequest(site.Url("/"), 1), seen, Cancellation);

        Assert.Contains(site.Url("/a"), seen.Reports.Select(r => r.Url));
        Assert.Equal(2, seen.Reports[^1].Found);
    }

    private sealed class Recorder : IProgress<CrawlProgress>
    {
        public List<CrawlProgress> Reports { get; } = [];

        public void Report(CrawlProgress value) => Reports.Add(value);
    }

    /// <summary>A clock by which time is up after the first look at it.</summary>
    private sealed class StopAfterOne(TimeProvider clock) : TimeProvider
    {
        private readonly DateTimeOffset begin = clock.GetUtcNow();
        private int looks;

        public DateTimeOffset Until => begin.AddDays(1);

        public override DateTimeOffset GetUtcNow() => looks++ == 0 ? begin : begin.AddDays(2);
    }
}
