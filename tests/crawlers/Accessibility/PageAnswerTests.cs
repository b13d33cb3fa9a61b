using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>What each answer of a site makes of a page, and how often the site is asked.</summary>
public sealed class PageAnswerTests(BrowserFixture browser)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(404, null, PageStatus.Skipped, PageReasons.Gone, 1)]
    [InlineData(410, null, PageStatus.Skipped, PageReasons.Gone, 1)]
    [InlineData(204, null, PageStatus.Skipped, PageReasons.NotHtml, 1)]
    [InlineData(401, null, PageStatus.Blocked, PageReasons.Refused, 2)]
    [InlineData(403, null, PageStatus.Blocked, PageReasons.Refused, 2)]
    [InlineData(451, null, PageStatus.Blocked, PageReasons.Refused, 2)]
    [InlineData(429, null, PageStatus.Blocked, PageReasons.Throttled, 2)]
    [InlineData(429, "31", PageStatus.Blocked, PageReasons.Throttled, 1)]
    [InlineData(503, "0", PageStatus.Blocked, PageReasons.Throttled, 2)]
    [InlineData(503, "120", PageStatus.Blocked, PageReasons.Throttled, 1)]
    [InlineData(418, null, PageStatus.Failed, PageReasons.ClientError, 1)]
    [InlineData(503, null, PageStatus.Failed, PageReasons.ServerError, 2)]
    [InlineData(500, null, PageStatus.Failed, PageReasons.ServerError, 2)]
    public async Task A_status_decides_with_and_without_a_body(int status, string? retryAfter, PageStatus expected, string reason, int requests)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Status("/tom", status, retryAfter);
        site.On("/full", context =>
        {
            context.Response.StatusCode = status;
            if (retryAfter is not null)
                context.Response.Headers.RetryAfter = retryAfter;
            context.Response.ContentType = "text/html";
            return status == 204 ? Task.CompletedTask : context.Response.WriteAsync("<title>Feil</title><img src=x>", context.RequestAborted);
        });

        foreach (string path in (string[])["/tom", "/full"])
        {
            PageAudit audit = await browser.AuditAsync(site.Url(path));

            Assert.Equal((expected, reason, status), (audit.Status, audit.Reason, audit.HttpStatus));
            Assert.Empty(audit.Rules);
            Assert.Null(audit.Evidence);
            Assert.Equal(requests, site.CountOf(path));
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    [InlineData(503)]
    public async Task A_firewalls_challenge_is_not_judged_as_a_page_and_not_tried_again(int status)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Text("/", "<title>Bare et øyeblikk …</title><script>window._cf_chl_opt={};var s='/cdn-cgi/challenge-platform/h/g/orchestrate/chl_page/v1';</script>", "text/html; charset=utf-8", status);
        site.On("/hode", context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers["cf-mitigated"] = "challenge";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<h1>Vent</h1>", context.RequestAborted);
        });

        foreach (string path in (string[])["/", "/hode"])
        {
            PageAudit audit = await browser.AuditAsync(site.Url(path));

            Assert.Equal((PageStatus.Blocked, PageReasons.Challenged, status), (audit.Status, audit.Reason, audit.HttpStatus));
            Assert.Empty(audit.Rules);
            Assert.Equal(1, site.CountOf(path));
        }
    }

    [Fact]
    public async Task A_page_about_a_firewall_is_judged()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<main><h1>Just a moment...</h1><p>Cloudflare setter window._cf_chl_opt og henter /cdn-cgi/challenge-platform/.</p></main>", "Just a moment...");

        Assert.Equal(PageStatus.Audited, (await browser.AuditAsync(site.Url("/"))).Status);
    }

    [Fact]
    public async Task Each_try_tells_what_the_host_asks_for_and_whoever_may_not_wait_tries_no_second_time()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Status("/", 429, "7");
        List<HostAnswer> told = [];

        await browser.Auditor.AuditAsync(
            BrowserFixture.Request(site.Url("/")) with { MayWait = false, Tried = told.Add }, NoEvidence.Instance, Cancellation);

        Assert.Equal([new HostAnswer(PageReasons.Throttled, TimeSpan.FromSeconds(7))], told);
        Assert.Equal(1, site.CountOf("/"));
    }

    [Theory]
    [InlineData("application/json", "{}")]
    [InlineData("text/plain", "Hei")]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("application/octet-stream", "abc")]
    [InlineData("image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public async Task What_is_no_html_is_skipped(string type, string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Text("/fil", body, type);

        PageAudit audit = await browser.AuditAsync(site.Url("/fil"));

        Assert.Equal((PageStatus.Skipped, PageReasons.NotHtml), (audit.Status, audit.Reason));
        Assert.Equal(1, site.CountOf("/fil"));
    }

    [Fact]
    public async Task Html_sent_as_a_download_is_skipped()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/fil", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentDisposition = "attachment; filename=a.html";
            return context.Response.WriteAsync("<p>Hei", context.RequestAborted);
        });

        PageAudit audit = await browser.AuditAsync(site.Url("/fil"));

        Assert.Equal((PageStatus.Skipped, PageReasons.NotHtml), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task A_redirect_within_scope_is_followed()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Redirect("/gammel", "/ny").Html("/ny", "<main><h1>Ny</h1></main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/gammel"), scope: SiteScope.Of(site.Url("/")));

        Assert.Equal((PageStatus.Audited, site.Url("/ny")), (audit.Status, audit.FinalUrl));
    }

    [Theory]
    [InlineData(301, 308, true)]
    [InlineData(308, 301, true)]
    [InlineData(301, 302, false)]
    [InlineData(307, 301, false)]
    [InlineData(303, 303, false)]
    public async Task A_page_has_moved_for_good_when_every_redirect_says_so(int first, int second, bool moved)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Redirect("/gammel", "/mellom", first).Redirect("/mellom", "/ny?utm_source=x", second).Html("/ny", "<main><h1>Ny</h1></main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/gammel"), scope: SiteScope.Of(site.Url("/")));

        Assert.Equal((PageStatus.Audited, site.Url("/ny"), moved), (audit.Status, audit.FinalUrl, audit.MovedPermanently));
    }

    [Theory]
    [InlineData("script", "<script>location = '/ny'</script>")]
    [InlineData("refresh", "<meta http-equiv=\"refresh\" content=\"0; url=/ny\">")]
    [InlineData("script to a permanent redirect", "<script>location = '/flyttet'</script>")]
    public async Task A_page_that_goes_elsewhere_by_itself_has_not_moved_for_good(string how, [StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/gammel", body).Redirect("/flyttet", "/ny", 301).Html("/ny", $"<main><h1>{how}</h1></main>");

        PageAudit audit = await browser.AuditAsync(site.Url("/gammel"), scope: SiteScope.Of(site.Url("/")));

        Assert.Equal((PageStatus.Audited, site.Url("/ny"), false), (audit.Status, audit.FinalUrl, audit.MovedPermanently));
    }

    [Theory]
    [InlineData("<main><h1>Hei</h1></main>")]
    [InlineData("<main><h1>Hei</h1></main><script>location.hash = 'a'</script>")]
    [InlineData("<main><h1>Hei</h1></main><script>history.pushState(null, '', '/annet')</script>")]
    public async Task A_page_that_stays_in_its_document_is_the_one_asked_for([StringSyntax("html")] string body)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/a", body).Redirect("/b", "/a?fbclid=1", 301);

        PageAudit direct = await browser.AuditAsync(site.Url("/a")), tracked = await browser.AuditAsync(site.Url("/b"));

        Assert.Equal((PageStatus.Audited, site.Url("/a"), false), (direct.Status, direct.FinalUrl, direct.MovedPermanently));
        Assert.Equal((PageStatus.Audited, site.Url("/a"), true), (tracked.Status, tracked.FinalUrl, tracked.MovedPermanently));
    }

    [Theory]
    [InlineData("redirect")]
    [InlineData("script")]
    [InlineData("refresh")]
    public async Task A_page_that_leads_out_of_scope_is_skipped(string how)
    {
        await using TestSite site = await browser.StartSiteAsync();
        await using TestSite other = await browser.StartSiteAsync();
        other.Html("/", "<main><h1>Et annet sted</h1></main>");
        string target = other.Url("/");
        _ = how switch
        {
            "redirect" => site.Redirect("/ut", target),
            "script" => site.Html("/ut", $"<script>location = '{target}'</script>"),
            _ => site.Html("/ut", $"<meta http-equiv=\"refresh\" content=\"0; url={target}\">"),
        };

        PageAudit audit = await browser.AuditAsync(site.Url("/ut"), scope: SiteScope.Of(site.Url("/")));

        Assert.Equal((PageStatus.Skipped, PageReasons.OutOfScope, target), (audit.Status, audit.Reason, audit.FinalUrl));
    }

    [Fact]
    public async Task A_redirect_to_where_robots_txt_forbids_is_skipped()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Redirect("/a", "/privat").Html("/privat", "<main><h1>Privat</h1></main>");
        AuditRequest request = BrowserFixture.Request(site.Url("/a")) with { Allowed = url => url.AbsolutePath != "/privat" };

        PageAudit audit = await browser.Auditor.AuditAsync(request, NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Skipped, PageReasons.RobotsDisallowed), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task An_address_that_only_a_script_shows_is_no_matter_of_robots_txt()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/a", "<main><h1>Hei</h1></main><script>history.pushState(null, '', '/privat')</script>");
        AuditRequest request = BrowserFixture.Request(site.Url("/a")) with { Allowed = url => url.AbsolutePath != "/privat" };

        PageAudit audit = await browser.Auditor.AuditAsync(request, NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Audited, site.Url("/a")), (audit.Status, audit.FinalUrl));
    }

    [Fact]
    public async Task A_redirect_loop_is_a_failure_and_not_tried_again()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Redirect("/a", "/b").Redirect("/b", "/a");

        PageAudit audit = await browser.AuditAsync(site.Url("/a"));

        Assert.Equal((PageStatus.Failed, PageReasons.Redirects), (audit.Status, audit.Reason));
        Assert.InRange(site.CountOf("/a"), 1, 15);
    }

    [Fact]
    public async Task A_page_that_fails_once_is_audited_at_the_second_try()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context =>
        {
            context.Response.StatusCode = site.CountOf("/") == 1 ? 500 : 200;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<!DOCTYPE html><html lang=nb><title>Hei</title><main><h1>Hei</h1></main>", context.RequestAborted);
        });

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal(2, site.CountOf("/"));
    }

    [Fact]
    public async Task A_broken_certificate_is_a_failure()
    {
        using var certificate = TestCertificates.SelfSigned();
        await using TestSite site = await TestSite.StartAsync(Cancellation, certificate);
        browser.Policy.AllowOriginOf(site.Url("/"));
        site.Html("/", "<h1>Hei</h1>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal((PageStatus.Failed, PageReasons.Tls), (audit.Status, audit.Reason));
        Assert.Equal(0, site.CountOf("/"));
    }

    [Fact]
    public async Task Nobody_listening_is_a_failure()
    {
        string url;
        await using (TestSite site = await browser.StartSiteAsync())
            url = site.Url("/");

        PageAudit audit = await browser.AuditAsync(url);

        Assert.Equal((PageStatus.Failed, PageReasons.Connection), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_a_failure_after_two_tries()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal((PageStatus.Failed, PageReasons.Connection), (audit.Status, audit.Reason));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/forbidden")]
    public async Task An_address_that_the_guard_refuses_is_never_asked(string path)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using TestSite allowed = await browser.StartSiteAsync();
        allowed.Redirect("/vei", site.Url(path));
        site.Html(path, "<main><h1>Internt</h1></main>");

        PageAudit direct = await browser.AuditAsync(site.Url(path));
        PageAudit redirected = await browser.AuditAsync(allowed.Url("/vei"));

        Assert.Equal((PageStatus.Failed, PageReasons.AddressNotAllowed), (direct.Status, direct.Reason));
        Assert.Equal((PageStatus.Failed, PageReasons.AddressNotAllowed), (redirected.Status, redirected.Reason));
        Assert.Empty(site.Requests);
        Assert.Equal(1, allowed.CountOf("/vei"));
    }

    [Theory]
    [InlineData("location = 'http://127.0.0.1:9/'", PageStatus.Failed, PageReasons.AddressNotAllowed)]
    [InlineData("location = 'about:blank'", PageStatus.Skipped, PageReasons.OutOfScope)]
    [InlineData("location = '/borte'", PageStatus.Skipped, PageReasons.Gone)]
    public async Task The_browsers_own_pages_are_never_judged_as_the_sites(string script, PageStatus status, string reason)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", $"<main><h1>Hei</h1></main><script>{script}</script>");

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal((status, reason), (audit.Status, audit.Reason));
        Assert.Empty(audit.Rules);
    }

    [Fact]
    public async Task A_site_that_pretends_to_be_the_proxy_is_judged_by_its_status()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.On("/", context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["Monitor-Reason"] = "oppdiktet";
            return context.Response.WriteAsync("<h1>Borte</h1>", context.RequestAborted);
        });

        PageAudit audit = await browser.AuditAsync(site.Url("/"));

        Assert.Equal((PageStatus.Skipped, PageReasons.Gone), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task A_tunnel_that_the_guard_refuses_is_told_apart_from_one_that_fails()
    {
        PageAudit refused = await browser.AuditAsync("https://127.0.0.1/");
        PageAudit special = await browser.AuditAsync("https://finnes-ikke.invalid/");

        Assert.Equal((PageStatus.Failed, PageReasons.AddressNotAllowed), (refused.Status, refused.Reason));
        Assert.Equal((PageStatus.Failed, PageReasons.AddressNotAllowed), (special.Status, special.Reason));
    }

    [Theory]
    [InlineData("net::ERR_NAME_NOT_RESOLVED at http://a/", PageReasons.Dns)]
    [InlineData("net::ERR_NAME_RESOLUTION_FAILED", PageReasons.Dns)]
    [InlineData("net::ERR_CERT_DATE_INVALID", PageReasons.Tls)]
    [InlineData("net::ERR_SSL_PROTOCOL_ERROR", PageReasons.Tls)]
    [InlineData("net::ERR_CONNECTION_TIMED_OUT", PageReasons.Timeout)]
    [InlineData("net::ERR_CONNECTION_RESET", PageReasons.Connection)]
    [InlineData("net::ERR_RESPONSE_HEADERS_TOO_BIG", PageReasons.TooLarge)]
    [InlineData("net::ERR_UNSAFE_PORT", PageReasons.AddressNotAllowed)]
    [InlineData("Download is starting", PageReasons.NotHtml)]
    public void The_browsers_errors_have_names_of_ours(string message, string reason) =>
        Assert.Equal(reason, NavigationFailure.ReasonOf(message));
}
