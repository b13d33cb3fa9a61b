using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>Pages that want the auditor's attention, time or life.</summary>
public sealed class HostilePageTests(BrowserFixture browser)
{
    private const string Sound = "<!DOCTYPE html><html lang=nb><title>Hei</title><main><h1>Hei</h1></main>";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alert('Hei'); confirm('Sikker?'); prompt('Navn?')")]
    [InlineData("window.onbeforeunload = e => { e.preventDefault(); return 'Bli her' }")]
    [InlineData("window.open('/sprett'); window.open('/sprett')")]
    [InlineData("const a = document.createElement('a'); a.href = '/fil.bin'; a.download = 'fil.bin'; document.body.append(a); a.click(); a.remove()")]
    [InlineData("setInterval(() => document.body.append(new Comment('x')), 20)")]
    [InlineData("setInterval(() => fetch('/poll'), 50)")]
    public async Task Dialogs_popups_downloads_and_restless_pages_are_judged_all_the_same(string script)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<main><h1>Hei</h1><img src=\"/a.png\"></main><script>{script}</script>").Text("/fil.bin", "abc", "application/octet-stream");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Contains(audit.Rules, r => r is { Rule: "image-alt", Outcome: Outcome.Failed });
    }

    [Theory]
    [InlineData("JSON.stringify = () => '[]'")]
    [InlineData("Array.prototype.map = () => [null]")]
    public async Task A_page_that_tampers_with_our_scripts_is_unmeasured_not_clean(string script)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<main><h1>Hei</h1><img src=\"/a.png\"></main><script>{script}</script>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal((PageStatus.Failed, PageReasons.EngineFailed), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task Trouble_of_our_own_storage_is_none_of_the_pages()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><a href=\"/\" style=\"display: block; height: 9px\"></a></main>");

        await Assert.ThrowsAsync<IOException>(() => browser.AuditAsync(site.Url("/"), new BrokenStore()));
    }

    [Fact]
    public async Task A_strict_content_policy_does_not_keep_a_page_from_being_judged()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; require-trusted-types-for 'script'";
            return context.Response.WriteAsync(Sound + "<img src=a.png>", context.RequestAborted);
        });

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Contains(audit.Rules, r => r is { Rule: "image-alt", Outcome: Outcome.Failed });
    }

    [Fact]
    public async Task No_cookie_and_no_service_worker_stays_for_the_next_page()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Cookies.Append("spor", "1");
            return context.Response.WriteAsync(Sound + "<script>navigator.serviceWorker?.register('/sw.js').catch(() => 0)</script>", context.RequestAborted);
        });

        await browser.AuditAsync(site.Url("/"));
        await browser.AuditAsync(site.Url("/"));

        Assert.Equal(2, site.CountOf("/"));
        Assert.All(site.Requests, r => Assert.DoesNotContain("Cookie", r.Headers.Keys));
        Assert.Equal(0, site.CountOf("/sw.js"));
    }

    [Fact]
    public async Task A_page_says_who_asks_and_in_which_language()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<h1>Hei</h1>");

        await browser.AuditAsync(site.Url("/"));

        SiteRequest request = site.Requests[0];
        Assert.Contains("Chrome/", request.UserAgent, StringComparison.Ordinal);
        Assert.Contains("MonitorBot/", request.UserAgent, StringComparison.Ordinal);
        Assert.Contains("/bot)", request.UserAgent, StringComparison.Ordinal);
        Assert.StartsWith("nb-NO", request.Headers["Accept-Language"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_that_never_answers_times_out_twice()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        IPageAuditor impatient = BrowserFixture.NewAuditor(browser.Pool, limits: new AuditLimits { Navigation = TimeSpan.FromSeconds(1) });

        PageAudit audit = await impatient.AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Failed, PageReasons.Timeout), (audit.Status, audit.Reason));
        Assert.Equal(2, site.CountOf("/"));
    }

    [Fact]
    public async Task A_picture_that_never_comes_keeps_nobody_from_judging()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Hei</h1><img src=\"/treg.png\"></main>");
        site.On("/treg.png", context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted));
        IPageAuditor impatient = BrowserFixture.NewAuditor(browser.Pool, limits: new AuditLimits { Load = TimeSpan.FromSeconds(1) });

        PageAudit audit = await impatient.AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal(PageStatus.Audited, audit.Status);
    }

    [Fact]
    public async Task A_page_that_loops_for_ever_is_dropped_and_the_next_one_judged()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/evig", "<h1>Hei</h1><script>addEventListener('load', () => { while (true); })</script>").Html("/", "<main><h1>Hei</h1></main>");
        await using BrowserPool pool = browser.NewPool();
        IPageAuditor impatient = BrowserFixture.NewAuditor(pool, limits: new AuditLimits { Page = TimeSpan.FromSeconds(4), Load = TimeSpan.FromSeconds(1) });

        PageAudit looping = await impatient.AuditAsync(BrowserFixture.Request(site.Url("/evig")), NoEvidence.Instance, Cancellation);
        PageAudit next = await BrowserFixture.NewAuditor(pool).AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Failed, PageReasons.Timeout), (looping.Status, looping.Reason));
        Assert.Equal(PageStatus.Audited, next.Status);
    }

    [Theory]
    [InlineData("Browser.crash")]
    [InlineData("Page.crash")]
    public async Task A_browser_or_page_that_dies_is_replaced_and_the_page_tried_once_more(string command)
    {
        await using TestSite site = await browser.StartSiteAsync();
        await using BrowserPool pool = browser.NewPool();
        site.On("/", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(Sound + "<img alt=\"\" src=\"/felle.png\">", context.RequestAborted);
        });
        site.On("/felle.png", context => site.CountOf("/") == 1 ? CrashAsync(pool, command) : Task.CompletedTask);

        PageAudit audit = await BrowserFixture.NewAuditor(pool).AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal(2, site.CountOf("/"));
    }

    [Fact]
    public async Task A_page_that_kills_the_browser_twice_is_reported_as_such()
    {
        await using TestSite site = await browser.StartSiteAsync();
        await using BrowserPool pool = browser.NewPool();
        site.On("/", async context =>
        {
            await CrashAsync(pool, "Browser.crash");
            await context.Response.WriteAsync(Sound, context.RequestAborted);
        });

        PageAudit audit = await BrowserFixture.NewAuditor(pool).AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Failed, PageReasons.BrowserCrashed), (audit.Status, audit.Reason));
        Assert.Equal(2, site.CountOf("/"));
    }

    private static async Task CrashAsync(BrowserPool pool, string command)
    {
        IBrowser running = pool.Running!;
        try
        {
            ICDPSession session = command.StartsWith("Browser", StringComparison.Ordinal)
                ? await running.NewBrowserCDPSessionAsync()
                : await running.Contexts[0].NewCDPSessionAsync(running.Contexts[0].Pages[0]);
            await session.SendAsync(command).WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System, Cancellation);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // The dead do not answer.
        }
    }

    private sealed class BrokenStore : IEvidenceStore
    {
        public bool KeepsScreenshots => true;

        public Task<string> SaveScreenshotAsync(byte[] png, CancellationToken cancellation) => throw new IOException("Lageret er borte.");
    }
}
