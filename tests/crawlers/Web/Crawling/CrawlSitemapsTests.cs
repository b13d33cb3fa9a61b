using System.IO.Compression;
using System.Text;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class CrawlSitemapsTests : CrawlTest
{
    private static string Index(params IEnumerable<string> urls) => $"<sitemapindex>{string.Concat(urls.Select(u => $"<sitemap><loc>{u}</loc></sitemap>"))}</sitemapindex>";

    private static string UrlSet(params IEnumerable<string> urls) => $"<urlset>{string.Concat(urls.Select(u => $"<url><loc>{u}</loc><lastmod>i går</lastmod></url>"))}</urlset>";

    [Fact]
    public async Task An_index_leads_one_level_down_and_no_further()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", "").Text("/sitemap.xml", Index(site.Url("/1.xml"))).Text("/1.xml", Index(site.Url("/2.xml"), site.Url("/sitemap.xml")));

        await CrawlAsync(site);

        Assert.Equal((1, 1, 0), (site.CountOf("/sitemap.xml"), site.CountOf("/1.xml"), site.CountOf("/2.xml")));
    }

    [Fact]
    public async Task No_more_sitemaps_are_fetched_than_a_scan_has_time_for()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", "").Text("/sitemap.xml", Index(Enumerable.Range(0, 1000).Select(i => site.Url($"/kart/{i}.xml"))));

        await CrawlAsync(site);

        Assert.Equal(new CrawlSettings().MaxSitemaps, site.Requests.Count(r => r.PathAndQuery.EndsWith(".xml", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sitemaps_and_pages_of_other_hosts_are_left_alone()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite other = await TestSite.StartAsync(Cancellation);
        other.Html("/side", "").Text("/kart.xml", UrlSet(other.Url("/side"))).Text("/videre.xml", UrlSet(other.Url("/side")));
        site.Html("/", "").Html("/a", "")
            .Text("/robots.txt", $"Sitemap: {other.Url("/kart.xml")}\nSitemap: /kart.xml\nSitemap: /videre.xml\nSitemap: file:///etc/passwd")
            .Text("/kart.xml", UrlSet(site.Url("/a"), other.Url("/side"), "javascript:alert(1)", "//"))
            .Redirect("/videre.xml", other.Url("/videre.xml"));

        Assert.Equal(["/", "/a"], Urls(site, await CrawlAsync(site, null, null, other)));
        Assert.Empty(other.Requests);
    }

    [Fact]
    public async Task Gzip_is_read_whatever_the_file_is_called_and_once_more_than_the_transfer_has_it()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        byte[] file = Gzip(Encoding.UTF8.GetBytes(UrlSet(site.Url("/a"))));
        site.Html("/", "").Html("/a", "").On("/sitemap.xml", async context =>
        {
            context.Response.ContentType = "application/xml";
            context.Response.Headers.ContentEncoding = "gzip";
            await context.Response.Body.WriteAsync(Gzip(file), context.RequestAborted);
        });

        Assert.Equal(["/", "/a"], Urls(site, await CrawlAsync(site)));
    }

    [Theory]
    [InlineData("text/html", "<!DOCTYPE html><title>Ikke funnet</title><a href='/b'>b</a>")]
    [InlineData("application/xml", "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><urlset><url><loc>&b;</loc></url></urlset>")]
    [InlineData("application/xml", "<urlset><url><loc>/a</loc></url")]
    [InlineData("application/octet-stream", "\u001f\u008b\u0008")]
    public async Task What_is_no_sitemap_keeps_no_crawl_from_its_sample(string type, string content)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", "").Html("/a", "").Text("/sitemap.xml", content, type);

        Assert.Contains("/", Urls(site, await CrawlAsync(site)));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(content);
        return packed.ToArray();
    }
}
