using Microsoft.AspNetCore.Http;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Crawling;

public sealed class NearDuplicateTests : CrawlTest
{
    private const string Menu = "Forside Om kommunen Tjenester Barnehage og skole Helse og omsorg Plan bygg og eiendom Kontakt oss Åpningstider Personvern Tilgjengelighet";

    [Theory]
    [InlineData("1. januar: ingen arrangementer", "2. januar: ingen arrangementer")]
    [InlineData("Side 1 av 900", "Side 812 av 900")]
    public void Texts_that_differ_in_digits_alone_are_the_same(string one, string other) =>
        Assert.Equal(SimHash.Of($"{Menu} {one}"), SimHash.Of($"{Menu} {other}"));

    [Fact]
    public void A_word_more_makes_a_text_hardly_another_and_a_text_of_its_own_does()
    {
        string[] words = [.. Enumerable.Range(0, 400).Select(i => $"ord{(char)('a' + i % 26)}{(char)('a' + i / 26)}")];
        string text = string.Join(' ', words);

        Assert.True(SimHash.AreNear(SimHash.Of(text), SimHash.Of(text + " nytt")));
        Assert.False(SimHash.AreNear(SimHash.Of(text), SimHash.Of(string.Join(' ', words.Reverse()))));
        Assert.False(SimHash.AreNear(SimHash.Of("Barnehage i Lillevik"), SimHash.Of("Byggesak og reguleringsplan")));
        Assert.Equal(SimHash.Of(""), SimHash.Of(" \n "));
    }

    [Fact]
    public async Task A_calendar_without_events_is_followed_no_further()
    {
        await using TestSite site = await StartAsync(_ => "ingen arrangementer");

        CrawlOutcome outcome = await CrawlAsync(site, settings: new Dictionary<string, string?> { ["Monitor:Crawl:NearDuplicates"] = "5", ["Monitor:Crawl:MaxDepth"] = "100" });

        Assert.True(outcome.Succeeded);
        Assert.Equal(6, site.Requests.Count(r => r.PathAndQuery.StartsWith("/kalender", StringComparison.Ordinal)));
        Assert.Equal(1, site.CountOf("/om"));
    }

    [Fact]
    public async Task A_calendar_with_something_to_tell_is_followed_to_its_other_limits()
    {
        await using TestSite site = await StartAsync(day => string.Join(' ', Enumerable.Range(0, 60).Select(i => $"hendelse{(char)('a' + (day * 7 + i * 3) % 26)}{(char)('a' + (day + i) % 26)}")));

        await CrawlAsync(site, settings: new Dictionary<string, string?> { ["Monitor:Crawl:NearDuplicates"] = "5", ["Monitor:Crawl:MaxDepth"] = "15" });

        Assert.Equal(15, site.Requests.Count(r => r.PathAndQuery.StartsWith("/kalender", StringComparison.Ordinal)));
    }

    /// <summary>A site with a page for every day there is, each leading to the next.</summary>
    private static async Task<TestSite> StartAsync(Func<int, string> text)
    {
        TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/robots.txt", 404).Status("/sitemap.xml", 404);
        site.Html("/", "<a href=\"/kalender?dag=1\">Kalender</a>").Html("/om", "Om oss");
        site.On("/kalender", context =>
        {
            int day = int.Parse(context.Request.Query["dag"]!, System.Globalization.CultureInfo.InvariantCulture);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync($"<p>{text(day)}</p><a href=\"/kalender?dag={day + 1}\">i morgen</a><a href=\"/om\">Om</a>", context.RequestAborted);
        });
        return site;
    }
}
