using Monitor.Crawlers.Web.Crawling;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class CrawlLimitsTests : CrawlTest
{
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
        Assert.InRange(paths.Count(p => p.StartsWith("/kalender?", StringComparison.Ordinal)), 1, new CrawlSettings().MaxPerPattern);
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
}
