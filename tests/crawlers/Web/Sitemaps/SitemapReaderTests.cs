using System.IO.Compression;
using System.Text;
using CsCheck;
using Monitor.Crawlers.Web.Sitemaps;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Sitemaps;

public sealed class SitemapReaderTests
{
    private const string UrlSet = """
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
          <url><loc> https://h.no/a?x=1&amp;y=2 </loc><lastmod>2026</lastmod>
            <image:image><image:loc>https://h.no/bilde.jpg</image:loc></image:image></url>
          <url><lastmod>tull</lastmod><loc><![CDATA[https://h.no/b]]></loc></url>
          <url><loc/></url>
        </urlset>
        """;

    private static SitemapContent Read(string text) => SitemapReader.Read(Encoding.UTF8.GetBytes(text));

    [Fact]
    public void Pages_are_read_and_pictures_are_not() => Assert.Equal(["https://h.no/a?x=1&y=2", "https://h.no/b"], Read(UrlSet).Pages);

    [Fact]
    public void A_byte_order_mark_and_utf_16_are_read()
    {
        Assert.Equal(2, Read("\uFEFF" + UrlSet).Pages.Count);
        Assert.Equal(2, SitemapReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(UrlSet.Replace("UTF-8", "UTF-16"))).ToArray()).Pages.Count);
    }

    [Fact]
    public void An_index_names_sitemaps()
    {
        SitemapContent content = Read("<sitemapindex><sitemap><loc>https://h.no/1.xml</loc></sitemap><sitemap><loc>https://h.no/2.xml.gz</loc></sitemap></sitemapindex>");
        Assert.Empty(content.Pages);
        Assert.Equal(["https://h.no/1.xml", "https://h.no/2.xml.gz"], content.Sitemaps);
    }

    [Fact]
    public void Gzip_is_told_by_its_first_bytes() => Assert.Equal(2, SitemapReader.Read(Gzip(Encoding.UTF8.GetBytes(UrlSet))).Pages.Count);

    [Fact]
    public void A_text_has_one_url_a_line() =>
        Assert.Equal(["https://h.no/a", "HTTP://h.no/b"], Read("https://h.no/a\r\n\r\n# tull\n HTTP://h.no/b \nside").Pages);

    [Fact]
    public void A_cut_file_gives_what_came_before()
    {
        Assert.Equal(["https://h.no/a"], Read("<urlset><url><loc>https://h.no/a</loc></url><url><loc>https://h.no/b").Pages);
        byte[] whole = Gzip(Encoding.UTF8.GetBytes(UrlSet));
        Assert.True(SitemapReader.Read(whole.AsMemory(0, whole.Length - 8)).Pages.Count >= 1);
    }

    [Fact]
    public void A_dtd_is_refused_and_no_entity_is_expanded() =>
        Assert.Empty(Read("<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><urlset><url><loc>https://h.no/&a;&b;</loc></url></urlset>").Pages);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>Ikke funnet</body></html>")]
    [InlineData("<urlset>")]
    [InlineData("\u001f\u008b")]
    public void What_is_no_sitemap_names_nothing(string text)
    {
        SitemapContent content = SitemapReader.Read(Encoding.Latin1.GetBytes(text));
        Assert.Empty(content.Pages);
        Assert.Empty(content.Sitemaps);
    }

    [Fact]
    public void No_more_urls_are_read_than_a_file_may_hold() =>
        Assert.Equal(SitemapReader.MaxUrls, Read(string.Concat(Enumerable.Range(0, SitemapReader.MaxUrls + 10).Select(i => $"https://h.no/{i}\n"))).Pages.Count);

    [Fact]
    public void A_bomb_is_cut_at_the_limit()
    {
        byte[] bomb = Gzip(Encoding.ASCII.GetBytes("https://h.no/a\n"), zeros: SitemapReader.MaxBytes + 1_000_000);
        Assert.Equal(["https://h.no/a"], SitemapReader.Read(bomb).Pages);
    }

    [Fact]
    public void Any_bytes_are_read_without_fault() => Gen.Byte.Array[0, 300].Sample(bytes =>
    {
        Assert.NotNull(SitemapReader.Read(bytes));
        Assert.NotNull(SitemapReader.Read(new byte[] { 0x1f, 0x8b }.Concat(bytes).ToArray()));
        Assert.NotNull(SitemapReader.Read("<urlset><url><loc>"u8.ToArray().Concat(bytes).ToArray()));
    });

    private static byte[] Gzip(byte[] content, int zeros = 0)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
            byte[] block = new byte[64 * 1024];
            for (int sent = 0; sent < zeros; sent += block.Length)
                gzip.Write(block);
        }
        return packed.ToArray();
    }
}
