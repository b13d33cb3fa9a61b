using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class SiteCrawlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<CrawlOutcome> CrawlAsync(TestSite site, CrawlRequest? request = null, IDictionary<string, string?>? settings = null, params TestSite[] others)
    {
        await using ServiceProvider parts = WebParts.Create([site, .. others], settings: settings);
        return await parts.Get<SiteCrawler>().CrawlAsync(request ?? new CrawlRequest(site.Url("/"), 1), null, Cancellation);
    }

    private static string[] Urls(TestSite site, CrawlOutcome outcome)
    {
        Assert.True(outcome.Succeeded, outcome.Reason);
        return [.. outcome.Sample.Pages.Select(p => p.Url[(site.Origin.AbsoluteUri.Length - 1)..]).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task Links_are_followed_breadth_first_within_the_site()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a#x">A</a> <a href="b?utm_source=x">B</a> <a href="https://annet.no/">ut</a> <a href="mailto:a@b.no">post</a> <a href="/fil.pdf">pdf</a>""")
            .Html("/a", """<a href="/c">C</a><a href="/">hjem</a>""").Html("/b", "").Html("/c", "");

        Assert.Equal(["/", "/a", "/b", "/c"], Urls(site, await CrawlAsync(site)));
        Assert.Equal(["/robots.txt", "/", "/sitemap.xml", "/a", "/b", "/c"], site.Requests.Select(r => r.PathAndQuery));
        Assert.Equal(1, site.MostAtOnce);
    }

    [Fact]
    public async Task Base_href_and_the_pages_own_charset_are_honoured()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[] page = Encoding.GetEncoding(1252).GetBytes("""<html><head><meta charset="windows-1252"><base href="/nb/"></head><a href="side">Søk</a></html>""");
        site.On("/", async context =>
        {
            context.Response.ContentType = "text/html";
            await context.Response.Body.WriteAsync(page, context.RequestAborted);
        }).Html("/nb/side", "");

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Contains(new SamplePage(site.Url("/nb/side"), PageKind.Search), outcome.Sample!.Pages);
    }

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
    public async Task Pages_that_turn_out_to_be_none_are_not_sampled_and_those_that_move_are_sampled_where_they_are()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/borte">1</a><a href="/data">2</a><a href="/gammel">Kontakt</a><a href="/ut">4</a><a href="/feil">5</a>""")
            .Text("/data", "{}", "application/json").Redirect("/gammel", "/ny").Html("/ny", "").Redirect("/ut", "https://annet.no/").Status("/feil", 500);

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Equal(["/", "/feil", "/ny"], Urls(site, outcome));
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
    public async Task Traps_end()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Fallback = context =>
        {
            string path = context.Request.Path.Value!;
            context.Response.ContentType = "text/html";
            int day = site.Requests.Count;
            return Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(
                context.Response, $"""<a href="/kalender?d={day}">i morgen</a><a href="{path.TrimEnd('/')}/a">ned</a><a href="/k/{day}/{day + 1}">x</a>""", context.RequestAborted);
        };
        site.Status("/robots.txt", 404).Status("/sitemap.xml", 404);

        CrawlOutcome outcome = await CrawlAsync(
            site, new CrawlRequest(site.Url("/"), 1, MaxPages: 500), new Dictionary<string, string?> { ["Monitor:Scans:CrawlFetches"] = "200" });

        Assert.True(outcome.Succeeded);
        string[] paths = [.. outcome.Sample.Pages.Select(p => new Uri(p.Url).PathAndQuery)];
        Assert.InRange(paths.Count(p => p.StartsWith("/kalender?", StringComparison.Ordinal)), 1, Frontier.MaxPerPattern);
        Assert.DoesNotContain(paths, p => p.Contains("/a/a/a", StringComparison.Ordinal));
        Assert.InRange(site.Requests.Count, 10, 203);
    }

    [Fact]
    public async Task No_more_is_fetched_or_found_than_the_budget()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", string.Concat(Enumerable.Range(0, 40).Select(i => $"""<a href="/{(char)('a' + i % 26)}{(char)('a' + i / 26)}">x</a>""")));
        site.Fallback = context =>
        {
            context.Response.ContentType = "text/html";
            return Task.CompletedTask;
        };

        CrawlOutcome outcome = await CrawlAsync(
            site, null, new Dictionary<string, string?> { ["Monitor:Scans:CrawlFetches"] = "5", ["Monitor:Scans:DiscoverPages"] = "20" });

        Assert.Equal(20, outcome.Sample!.Discovered);
        Assert.Equal(8, site.Requests.Count);
    }

    [Fact]
    public async Task A_crawl_gives_up_on_a_site_that_keeps_failing_but_keeps_what_it_found()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", string.Concat(Enumerable.Range('a', 20).Select(c => $"""<a href="/{(char)c}">x</a>""")));
        site.Status("/sitemap.xml", 404);
        site.Fallback = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };
        site.Status("/robots.txt", 404);

        CrawlOutcome outcome = await CrawlAsync(site);

        Assert.Equal(21, outcome.Sample!.Discovered);
        Assert.Equal(3 + 5, site.Requests.Count);
    }

    [Fact]
    public async Task Follow_up_pages_stay_unless_they_are_gone_or_out_of_scope()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/borte">1</a>""");

        CrawlOutcome outcome = await CrawlAsync(site, new CrawlRequest(site.Url("/"), 1, FollowUps: [site.Url("/funn"), site.Url("/borte"), "https://annet.no/"]));

        Assert.Equal(["/", "/funn"], Urls(site, outcome));
    }

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
        Assert.Equal(1, site.Requests.Count);
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
