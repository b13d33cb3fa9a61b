using Monitor.Crawlers.Web.Robots;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Robots;

public sealed class SiteRobotsTests
{
    private static readonly Dictionary<string, string?> Texts = new()
    {
        ["https://a.no:443"] = "User-agent: *\nDisallow: /privat",
        ["https://b.no:443"] = "",
        ["https://c.no:443"] = null,
    };

    [Theory]
    [InlineData("https://a.no/", true)]
    [InlineData("https://a.no/privat/1", false)]
    [InlineData("https://b.no/privat/1", true)]
    [InlineData("https://c.no/", false)]
    [InlineData("https://ukjent.no/", true)]
    [InlineData("https://ukjent.no/privat/1", false)]
    public void Each_origin_goes_by_its_own_and_one_never_asked_by_the_start_pages(string url, bool allowed) =>
        Assert.Equal(allowed, new SiteRobots(Texts, "https://a.no:443", false).Allows(new Uri(url)));

    [Fact]
    public void What_a_person_overrode_forbids_nothing() =>
        Assert.True(new SiteRobots(Texts, "https://a.no:443", true).Allows(new Uri("https://c.no/")));
}
