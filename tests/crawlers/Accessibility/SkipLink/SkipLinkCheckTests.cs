using System.Diagnostics.CodeAnalysis;
using Deque.AxeCore.Commons;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.SkipLink;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.SkipLink;

public sealed class SkipLinkCheckTests(BrowserFixture browser)
{
    private const string Links = "<p><a href=/a>A</a> <a href=/b>B</a> <a href=/c>C</a> <a href=/d>D</a> <a href=/e>E</a></p>";

    [Theory]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<div>Tekst</div>")]
    [InlineData("<a href=#innhald>Gå til innhald</a>" + Links + "<div>Tekst</div>")]
    [InlineData("<a href=#>Skip to main content</a>" + Links)]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a><h1>Bibliotek</h1><ul>" + Links + "</ul><div>Tekst</div>")]
    [InlineData("<p id=innhold>Topp</p><a href=#innhold>Hopp til hovedinnhold</a>" + Links)]
    public async Task A_link_that_leads_nowhere_fails_where_nothing_else_helps([StringSyntax("html")] string body)
    {
        RuleObservation rule = await ObserveAsync(body);

        Assert.Equal(Outcome.Failed, rule.Outcome);
        Assert.Equal("body > a", Assert.Single(rule.Elements).Address.Target);
    }

    [Theory]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<main>Tekst</main>")]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<h1>Tekst</h1>")]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a><a href=#b>Hopp til bunnen</a>" + Links + "<p id=b>Tekst</p>")]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a><a href=/a>A</a>")]
    [InlineData("<a href=#innhald>Gå til innhald</a>" + Links + "<div id=innhald hidden>Tekst</div>")]
    [InlineData("<div id=innhold><a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<h2>Tekst</h2></div>")]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a><ul>" + Links + "</ul><h1>Bibliotek</h1>")]
    public async Task A_link_that_leads_nowhere_is_for_a_person_to_judge_where_something_else_may_help([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.CantTell, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<div id=innhold>Tekst</div>")]
    [InlineData("<a href=#innhold>Hopp til hovedinnhold</a>" + Links + "<a name=innhold></a><p>Tekst</p>")]
    [InlineData("<a href=#p%C3%A5>Hopp til hovedinnhold</a>" + Links + "<div id=på>Tekst</div>")]
    [InlineData("<nav id=n><a href=#n>Hopp til menyen</a><a href=#innhold>Hopp til innholdet</a></nav>" + Links + "<div id=innhold>Tekst</div>")]
    [InlineData("<a href=# onclick='event.preventDefault(); setTimeout(() => maal.focus(), 50)'>Hopp til hovedinnhold</a>" + Links + "<div id=maal tabindex=-1>Tekst</div>")]
    public async Task A_link_that_leads_on_passes([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Passed, (await ObserveAsync(body)).Outcome);

    [Theory]
    [InlineData("<a href=/innhold>Hopp til hovedinnhold</a>" + Links)]
    [InlineData("<a href=#kontakt>Kontakt oss</a>" + Links)]
    [InlineData(Links + "<a href=#innhold>Hopp til hovedinnhold</a>")]
    [InlineData("<a href='#/innhold'>Hopp til hovedinnhold</a>" + Links)]
    [InlineData("<p>Tekst</p>")]
    public async Task Other_links_are_not_judged([StringSyntax("html")] string body) =>
        Assert.Equal(Outcome.Inapplicable, (await ObserveAsync(body)).Outcome);

    [Fact]
    public async Task Following_a_link_leaves_no_trace()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<a href=#innhold>Hopp til hovedinnhold</a>" + Links);
        await using BrowserPage page = await browser.OpenAsync(site.Url("/"));
        await page.Page.EvaluateAsync(new BundledAxeScriptProvider().GetScript());
        var check = new SkipLinkCheck();

        await check.RunAsync(new CheckContext(page.Page, check.Rules), TestContext.Current.CancellationToken);

        Assert.Equal(site.Url("/"), page.Page.Url);
        Assert.Equal("BODY", await page.Page.EvaluateAsync<string>("document.activeElement.tagName"));
    }

    private async Task<RuleObservation> ObserveAsync([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", body);
        return Assert.Single(await browser.ObserveAsync(site.Url("/"), new SkipLinkCheck()));
    }
}
