using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Fetching;

public sealed class WebFetcherTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<FetchResult> FetchAsync(TestSite site, string path, FetchOptions? options = null, TimeProvider? clock = null)
    {
        await using ServiceProvider parts = WebParts.Create(site, clock);
        return await parts.Get<WebFetcher>().FetchAsync(site.Url(path), options ?? FetchOptions.Page, Cancellation);
    }

    [Fact]
    public async Task A_page_is_fetched_under_our_name_and_without_cookies()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            context.Response.Headers.SetCookie = "a=1";
            context.Response.Redirect("/side");
            return Task.CompletedTask;
        }).Html("/side", "<p>æ</p>");

        FetchResult result = await FetchAsync(site, "/");

        Assert.True(result.Succeeded);
        Assert.True(result.IsHtml);
        Assert.Equal(200, result.HttpStatus);
        Assert.Equal(site.Url("/side"), result.FinalUrl);
        Assert.Contains("<p>æ</p>", Encoding.UTF8.GetString(result.Body.Span));
        Assert.Equal([new FetchHop(site.Url("/"), 302)], result.Hops);
        Assert.All(site.Requests, r =>
        {
            Assert.Matches(@"^MonitorBot/\d+\.\d+\.\d+ \(\+https://monitor\.eksempel\.no/nb/bot\)$", r.UserAgent);
            Assert.DoesNotContain("Cookie", r.Headers.Keys);
        });
    }

    [Theory]
    [InlineData(404, null, PageReasons.Gone)]
    [InlineData(410, null, PageReasons.Gone)]
    [InlineData(401, null, PageReasons.Refused)]
    [InlineData(403, null, PageReasons.Refused)]
    [InlineData(451, null, PageReasons.Refused)]
    [InlineData(400, null, PageReasons.ClientError)]
    [InlineData(429, null, PageReasons.Throttled)]
    [InlineData(503, "7", PageReasons.Throttled)]
    [InlineData(503, null, PageReasons.ServerError)]
    [InlineData(500, null, PageReasons.ServerError)]
    [InlineData(304, null, PageReasons.Redirects)]
    [InlineData(302, null, PageReasons.Redirects)]
    public async Task A_status_that_is_no_success_has_a_reason(int status, string? retryAfter, string reason)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", status, retryAfter);

        FetchResult result = await FetchAsync(site, "/");

        Assert.Equal(reason, result.Reason);
        Assert.Equal(status, result.HttpStatus);
        Assert.False(result.Succeeded);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Tue, 24 Nov 2026 12:01:00 GMT", 60)]
    [InlineData("Tue, 24 Nov 2026 11:00:00 GMT", 0)]
    [InlineData("99999999", 86400)]
    [InlineData("snart", null)]
    public async Task Retry_After_is_read_in_both_forms_and_capped_at_a_day(string header, int? seconds)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/", 429, header);

        FetchResult result = await FetchAsync(site, "/", clock: new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));

        Assert.Equal(seconds, result.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public async Task Ten_redirects_are_followed_and_no_more()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        for (int i = 0; i < 11; i++)
            site.Redirect($"/{i}", $"/{i + 1}");
        site.Html("/10", "").Html("/11", "");
        site.Redirect("/start", "/0");

        Assert.True((await FetchAsync(site, "/0")).Succeeded);
        Assert.Equal(PageReasons.Redirects, (await FetchAsync(site, "/start")).Reason);
    }

    [Theory]
    [InlineData("/selv", "/selv")]
    [InlineData("/a", "/b")]
    public async Task A_redirect_loop_is_noticed(string from, string to)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Redirect(from, to);
        if (from != to)
            site.Redirect(to, from);

        FetchResult result = await FetchAsync(site, from);

        Assert.Equal(PageReasons.Redirects, result.Reason);
        Assert.InRange(site.Requests.Count, 1, 2);
    }

    [Fact]
    public async Task Every_hop_passes_the_guard_again()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite inside = await TestSite.StartAsync(Cancellation);
        site.Redirect("/", inside.Url("/"));
        inside.Html("/", "hemmelig");

        FetchResult result = await FetchAsync(site, "/");

        Assert.Equal(PageReasons.AddressNotAllowed, result.Reason);
        Assert.True(result.Body.IsEmpty);
        Assert.Empty(inside.Requests);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("gopher://127.0.0.1:70/")]
    [InlineData("http://user:pass@www.eksempel.no/")]
    public async Task A_redirect_to_what_is_no_web_address_is_refused(string location)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Redirect("/", location);

        Assert.Equal(PageReasons.AddressNotAllowed, (await FetchAsync(site, "/")).Reason);
    }

    [Fact]
    public async Task A_redirect_that_is_not_to_be_followed_is_given_back()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Redirect("/", "/ny?a='1'", 301);

        FetchResult result = await FetchAsync(site, "/", new FetchOptions { MaxRedirects = 0 });

        Assert.Null(result.Reason);
        Assert.Equal(site.Url("/ny?a=%271%27"), result.RedirectTo);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_certificate_that_nobody_trusts_is_a_broken_connection_not_a_page()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation, TestCertificates.SelfSigned());
        site.Html("/", "");

        Assert.Equal(PageReasons.Tls, (await FetchAsync(site, "/")).Reason);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_a_broken_connection()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.Body.WriteAsync("<p>"u8.ToArray(), context.RequestAborted);
            context.Abort();
        });

        Assert.Equal(PageReasons.Connection, (await FetchAsync(site, "/")).Reason);
    }

    [Fact]
    public async Task A_name_that_does_not_resolve_says_so()
    {
        await using ServiceProvider parts = WebParts.Create([], resolver: new Outbound.FakeResolver());

        Assert.Equal(PageReasons.Dns, (await parts.Get<WebFetcher>().FetchAsync("https://tom.eksempel.no/", FetchOptions.Page, Cancellation)).Reason);
    }

    [Fact]
    public async Task A_caller_that_gives_up_sees_its_own_cancellation()
    {
        using var giveUp = new CancellationTokenSource();
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.On("/", context =>
        {
            giveUp.Cancel();
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });
        await using ServiceProvider parts = WebParts.Create(site);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => parts.Get<WebFetcher>().FetchAsync(site.Url("/"), FetchOptions.Page, giveUp.Token));
    }
}
