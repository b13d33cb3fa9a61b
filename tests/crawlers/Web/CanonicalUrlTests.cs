using CsCheck;
using Monitor.Crawlers.Web;
using Xunit;

namespace Monitor.Crawlers.Tests.Web;

public sealed class CanonicalUrlTests
{
    [Theory]
    [InlineData("HTTP://WWW.Eksempel.NO:80/A/../b/./c#del", "http://www.eksempel.no/b/c")]
    [InlineData("https://www.eksempel.no:443", "https://www.eksempel.no/")]
    [InlineData("https://www.eksempel.no./side/", "https://www.eksempel.no/side/")]
    [InlineData("https://www.eksempel.no:8443/side", "https://www.eksempel.no:8443/side")]
    [InlineData("https://www.eksempel.no/side;jsessionid=AB12/x", "https://www.eksempel.no/side/x")]
    [InlineData("https://www.eksempel.no/?PHPSESSID=1&b=2&a=1&utm_source=x&gclid=y&fbclid=z&sid=3", "https://www.eksempel.no/?b=2&a=1")]
    [InlineData("https://www.eksempel.no/?utm_source=x", "https://www.eksempel.no/")]
    [InlineData("https://www.eksempel.no/?", "https://www.eksempel.no/")]
    [InlineData("https://www.eksempel.no/%c3%a6", "https://www.eksempel.no/%C3%A6")]
    [InlineData("https://www.eksempel.no/?sidetall=2", "https://www.eksempel.no/?sidetall=2")]
    [InlineData("http://[2620:1EC:bdf::69]/", "http://[2620:1ec:bdf::69]/")]
    public void A_page_has_one_spelling(string url, string expected)
    {
        Assert.True(CanonicalUrl.TryCreate(url, null, out string canonical));
        Assert.Equal(expected, canonical);
    }

    [Theory]
    [InlineData("http://user:pass@www.eksempel.no/")]
    [InlineData("tel:+4712345678")]
    [InlineData("file:///etc/passwd")]
    [InlineData("side")]
    public void What_is_no_page_has_none(string url) => Assert.False(CanonicalUrl.TryCreate(url, null, out _));

    [Fact]
    public void An_address_longer_than_the_limit_has_none()
    {
        const string Start = "https://www.eksempel.no/";
        Assert.True(CanonicalUrl.TryCreate(Start + new string('a', CanonicalUrl.MaxLength - Start.Length), null, out _));
        Assert.False(CanonicalUrl.TryCreate(Start + new string('a', CanonicalUrl.MaxLength - Start.Length + 1), null, out _));
        Assert.False(CanonicalUrl.TryCreate(Start + new string('å', 1000), null, out _));
    }

    [Fact]
    public void The_order_of_a_query_is_kept_but_tells_no_pages_apart()
    {
        Assert.True(CanonicalUrl.TryCreate("https://h.no/?b=2&a=1", null, out string one));
        Assert.True(CanonicalUrl.TryCreate("https://h.no/?a=1&b=2", null, out string other));
        Assert.NotEqual(one, other);
        Assert.Equal(CanonicalUrl.DedupeKey(one), CanonicalUrl.DedupeKey(other));
    }

    private static readonly Gen<string> Links = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["ab/.?&=%41;#:@[]\\ æ{}'|"], 0, 30].Select(s => "http://www.eksempel.no/" + s),
        Gen.String[Gen.Char["ab.-:0x127%[]@/æ。１"], 0, 20].Select(s => "https://" + s + "/x?utm_a=1&sid=2"));

    [Fact]
    public void Making_it_canonical_again_changes_nothing() => Links.Sample(link =>
    {
        if (!CanonicalUrl.TryCreate(link, "https://www.eksempel.no/a/", out string once))
            return;
        Assert.True(CanonicalUrl.TryCreate(once, null, out string twice), once);
        Assert.Equal(once, twice);
        Assert.Equal(CanonicalUrl.DedupeKey(once), CanonicalUrl.DedupeKey(CanonicalUrl.DedupeKey(once)));
    }, iter: 5000);
}
