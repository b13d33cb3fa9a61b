using System.Text;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class MarkupLimitTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<div>", 512)]
    [InlineData("<b>", 512)]
    [InlineData("<font size=1>", 512)]
    [InlineData("<a href=x>", 512)]
    [InlineData("<div/>", 512)]
    [InlineData("<x-y></z>", 512)]
    [InlineData("<br>", 40_000)]
    [InlineData("<p>", 40_000)]
    [InlineData("<", 40_000)]
    public void A_page_is_cut_where_more_stands_open_or_comes_than_any_page_needs(string unit, int times) =>
        Assert.Equal(times * unit.Length, MarkupLimit.LengthOf(Repeat(unit, 100_000), 40_000));

    [Theory]
    [InlineData("<div><p>a<li>b<td>c<img src=x><br></div>")]
    [InlineData("<svg><path d='M0'/><g><circle r=1 /></g></svg>")]
    [InlineData("<a href=x>a</a><option>1<option>2")]
    public void A_page_as_people_write_them_is_read_whole(string unit)
    {
        byte[] page = Repeat(unit, 2000);
        Assert.Equal(page.Length, MarkupLimit.LengthOf(page, 40_000));
    }

    [Fact]
    public void Sixteen_bits_a_letter_hide_nothing()
    {
        byte[] page = Encoding.Unicode.GetBytes(string.Concat(Enumerable.Repeat("<div>", 10_000)));
        Assert.Equal(512 * 10, MarkupLimit.LengthOf(page, 40_000));
    }

    [Fact]
    public async Task Ten_megabytes_of_one_tag_are_read_for_their_first_links()
    {
        byte[] page = [.. Encoding.ASCII.GetBytes("<a href=/en>En</a>"), .. Repeat("<div>", 2_000_000), .. Encoding.ASCII.GetBytes("<a href=/to>To</a>")];

        PageLinks links = await LinkReader.ReadAsync(Fetched(page), new CrawlSettings(), Cancellation);

        Assert.Equal(["http://h.no/en"], links.Links.Select(l => l.Url));
    }

    [Theory]
    [InlineData("text/html; charset=finnes-ikke")]
    [InlineData("text/html; charset=")]
    [InlineData("text/html; charset=utf-7")]
    [InlineData("text/html; charset=\"windows-1252")]
    [InlineData("text/html;;;")]
    public async Task A_charset_that_is_none_keeps_nobody_from_the_links(string contentType)
    {
        PageLinks links = await LinkReader.ReadAsync(Fetched(Encoding.ASCII.GetBytes("<a href=/en>En</a>"), contentType), new CrawlSettings(), Cancellation);

        Assert.Equal(["http://h.no/en"], links.Links.Select(l => l.Url));
    }

    private static byte[] Repeat(string unit, int times) => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(unit, times)));

    private static FetchResult Fetched(byte[] body, string contentType = "text/html") =>
        new() { Url = "http://h.no/", FinalUrl = "http://h.no/", ContentType = contentType, Body = body };
}
