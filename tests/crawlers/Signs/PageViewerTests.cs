using System.Text;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Signs.Login;
using Monitor.Crawlers.Signs.Privacy;
using Monitor.Crawlers.Signs.Standards;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Signs;

/// <summary>What is read from pages in a real browser.</summary>
public sealed class PageViewerTests(BrowserFixture browser)
{
    [Theory]
    [InlineData("utf-8", "utf-8", "", true)]
    [InlineData("utf-8", "", "<meta charset=utf-8>", true)]
    [InlineData("iso-8859-1", "iso-8859-1", "", false)]
    [InlineData("iso-8859-1", "", "<meta charset=windows-1252>", false)]
    [InlineData("utf-16", "utf-16", "", false)]
    // UTF-8 that says it is something else is UTF-8 all the same; a wrong label is another fault.
    [InlineData("utf-8", "windows-1252", "", true)]
    // Sent and shown as faulty, but a page may mean to show the character for it.
    [InlineData("iso-8859-1", "utf-8", "", null)]
    public async Task The_bytes_tell_the_encoding_and_not_what_they_say_of_themselves(string sent, string header, string head, bool? utf8)
    {
        await using TestSite site = await browser.StartSiteAsync();
        byte[] body = Encoding.GetEncoding(sent).GetBytes($"<!doctype html><html lang=\"nb\"><head>{head}<title>Blåbær</title></head><body><main><h1>Blåbær</h1></main></body></html>");
        site.On("/", context =>
        {
            context.Response.ContentType = header.Length == 0 ? "text/html" : $"text/html; charset={header}";
            return context.Response.Body.WriteAsync(body).AsTask();
        });

        PageShown shown = await ShownAsync(site);

        Assert.Equal(utf8, Sign<StandardsSeen>(shown, "standards").Utf8);
        Assert.Equal(utf8 == false, shown.LookAgain);
    }

    [Fact]
    public async Task Links_that_scripts_make_are_seen_and_what_is_there_without_scripts_is_not()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><noscript><a href='/logg-inn'>Logg inn</a></noscript><script>document.querySelector('main').insertAdjacentHTML('beforeend', `<a href='https://login.idporten.no/'>Logg inn</a>`)</script></main>");

        LoginLink link = Assert.Single(Sign<LoginLinks>(await ShownAsync(site), "login").Links);

        Assert.Equal("ID-porten", link.Service);
    }

    [Fact]
    public async Task Cookies_and_requests_to_others_are_seen_without_their_values()
    {
        await using TestSite site = await browser.StartSiteAsync(), other = await browser.StartSiteAsync();
        other.Text("/sporing.gif", "");
        site.Html("/", $"<main><h1>Hei</h1><img alt='' src='{other.Url("/sporing.gif")}'><script>document.cookie = 'egen=hemmelig'</script></main>");

        PageShown shown = await ShownAsync(site);

        PrivacySeen seen = Sign<PrivacySeen>(shown, "privacy");
        Assert.Contains(seen.Cookies, c => c is { Name: "egen", Foreign: false });
        Assert.Equal([new Uri(other.Url("/")).Host], seen.Others);
        Assert.DoesNotContain("hemmelig", shown.Signs["privacy"].GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_encoding_we_do_not_know_cannot_be_told() => Assert.Null(ServedEncoding.IsUtf8("å", "x-ukjent"));

    private async Task<PageShown> ShownAsync(TestSite site)
    {
        PageAudit audit = await browser.AuditAsync(site.Url("/"));
        Assert.Equal((PageStatus.Audited, null), (audit.Status, audit.Reason));
        return audit.Shown!;
    }

    private static T Sign<T>(PageShown shown, string id) => System.Text.Json.JsonSerializer.Deserialize<T>(shown.Signs[id], MonitorJson.Options)!;
}
