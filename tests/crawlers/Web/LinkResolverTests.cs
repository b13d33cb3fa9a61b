using System.Text.Json;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web;
using Xunit;

namespace Monitor.Crawlers.Tests.Web;

public sealed class LinkResolverTests
{
    [Theory]
    [InlineData("/om?q=1#topp", "https://www.eksempel.no/a/b", "https://www.eksempel.no/om?q=1")]
    [InlineData("../c", "https://www.eksempel.no/a/b/", "https://www.eksempel.no/a/c")]
    [InlineData("//cdn.eksempel.no/x", "https://www.eksempel.no/", "https://cdn.eksempel.no/x")]
    [InlineData("\\side", "https://www.eksempel.no/a", "https://www.eksempel.no/side")]
    [InlineData("https://blåbær.no/æ", null, "https://xn--blbr-roah.no/%C3%A6")]
    [InlineData("/%41%2e?a='{}'", "http://h.no/", "http://h.no/%41%2e?a=%27{}%27")]
    [InlineData("/{id}", "http://h.no/", "http://h.no/%7Bid%7D")]
    public void A_link_goes_where_a_browser_goes(string link, string? baseUrl, string expected)
    {
        Assert.True(LinkResolver.TryResolve(link, baseUrl, out Uri? uri));
        Assert.Equal(expected, uri.AbsoluteUri);
    }

    [Theory]
    [InlineData("//host/x")]
    [InlineData("\\\\host\\x")]
    [InlineData("mailto:post@eksempel.no")]
    [InlineData("http://")]
    [InlineData("http://a^b/")]
    [InlineData("http://0x100000000/")]
    [InlineData("http://h.no:99999/")]
    public void What_a_browser_would_not_fetch_is_refused(string link) => Assert.False(LinkResolver.TryResolve(link, null, out _));

    [Fact]
    public void Outside_cases_resolve_as_in_a_browser_and_what_it_refuses_is_never_fetched()
    {
        IReadOnlyList<JsonElement> cases = WebTestData.Cases("url-cases.json");
        JsonElement[] refused = [.. cases.Where(c => c.TryGetProperty("failure", out _))];
        JsonElement[] valid = [.. cases.Where(c => !c.TryGetProperty("failure", out _))];

        Assert.Empty(refused.Where(c => LinkResolver.TryResolve(c.Text("input")!, c.Text("base"), out _)).Select(c => c.Text("input")));
        int same = valid.Count(c => LinkResolver.TryHref(c.Text("input")!, c.Text("base"), out var url) && url.Href == c.Text("href"));
        TestContext.Current.TestOutputHelper?.WriteLine($"{same} of {valid.Length} as in a browser");
        Assert.True(same >= 203, $"{same} of {valid.Length} as in a browser");
    }

    [Fact]
    public void Outside_cases_are_refused_or_go_to_the_browsers_host()
    {
        var guard = Guards.Create();
        foreach (JsonElement c in WebTestData.Cases("url-cases.json").Where(c => !c.TryGetProperty("failure", out _)))
        {
            if (!LinkResolver.TryResolve(c.Text("input")!, c.Text("base"), out Uri? uri) || !guard.TryAccept(uri, out _))
                continue;
            Assert.Equal(c.Text("hostname")!.TrimEnd('.').Trim('[', ']'), uri.IdnHost.TrimEnd('.'));
        }
    }
}
