using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>The guard where the browser is: real Chromium, started as the product starts it, on pages that try every way inside.</summary>
public sealed class EscapeTests : IAsyncLifetime
{
    private readonly IReadOnlyList<Canary> canaries = Canary.StartAll();
    private readonly OutboundPolicy policy = Guards.Policy();
    private BrowserEgress egress = null!;
    private BrowserPool pool = null!;
    private TestSite site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        string[] inside = [canaries[0].EndPoint.Address.ToString()];
        // The second name has a public address as well; it must not matter which one comes first.
        FakeResolver resolver = new FakeResolver().Answer("rebind.eksempel.no", [], inside).Answer("begge.eksempel.no", ["8.8.8.8", .. inside]);
        egress = new BrowserEgress(new OutboundGuard(policy, resolver, TimeProvider.System), TimeProvider.System);
        pool = new BrowserPool(
            Options.Create(new BrowserSettings()), Options.Create(new PageSettings()), new BotIdentity(Options.Create(new SiteSettings())), egress,
            TimeProvider.System, new TestLogger<BrowserPool>());
        site = await TestSite.StartAsync(Cancellation);
        policy.AllowOriginOf(site.Url("/"));
        site.Html("/prerendered", Everywhere(WaysOut.Bodies["image"]));
        site.Text("/sw.js", $"onfetch = e => 0; oninstall = e => e.waitUntil(fetch('http://{canaries[0].Authority}/sw'))", "text/javascript");
        site.Redirect("/redirect", $"http://{canaries[0].Authority}/redirect");
        site.On("/reporting", context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers["Reporting-Endpoints"] = $"default=\"https://{canaries[0].Authority}/reports\"";
            context.Response.Headers["NEL"] = "{ \"report_to\": \"default\", \"max_age\": 60, \"success_fraction\": 1 }";
            context.Response.Headers.ContentSecurityPolicy = $"img-src 'none'; report-to default; report-uri http://{canaries[0].Authority}/csp";
            context.Response.Headers.Link = $"<http://{canaries[0].Authority}/early>; rel=preload; as=style";
            return context.Response.WriteAsync("<!DOCTYPE html><title>x</title><img src=a.png>", context.RequestAborted);
        });
    }

    [Fact]
    public async Task Nothing_in_a_page_reaches_inside()
    {
        foreach ((string way, string body) in WaysOut.Bodies)
            await VisitAsync(way, Everywhere(body));
        Assert.All(canaries, c => Assert.Empty(c.Callers));
    }

    [Fact]
    public async Task No_script_reaches_inside()
    {
        foreach ((string way, string script) in WaysOut.Scripts)
        {
            string all = string.Join(", ", canaries.Select(c => $"(() => {script.Replace("TARGET", c.Authority, StringComparison.Ordinal)})()"));
            // The page is quiet only when every attempt has come to an end, or cannot come to one within two seconds.
            await VisitAsync(way, $"""
                <script>
                  addEventListener('load', async () => {"{"}
                    await Promise.race([new Promise(r => setTimeout(r, 2000)), Promise.allSettled([{all}])]).catch(() => 0);
                    await fetch('/ferdig');
                  {"}"})
                </script>
                """, waitForEnd: true);
        }
        Assert.All(canaries, c => Assert.Empty(c.Callers));
    }

    [Fact]
    public async Task No_navigation_reaches_inside_and_each_is_reported_as_not_allowed()
    {
        foreach ((string way, string body) in WaysOut.Navigations)
        {
            PageAudit audit = await VisitAsync(way, body.Replace("TARGET", canaries[0].Authority, StringComparison.Ordinal), reached: false);
            // A name without an address does not resolve; at the second try it has one, and that is not allowed.
            Assert.True(
                (audit.Status, audit.Reason) == (PageStatus.Failed, PageReasons.AddressNotAllowed), $"{way}: {audit.Status}, {audit.Reason}");
        }
        PageAudit redirected = await Auditor.AuditAsync(BrowserFixture.Request(site.Url("/redirect")), NoEvidence.Instance, Cancellation);
        Assert.Equal((PageStatus.Failed, PageReasons.AddressNotAllowed), (redirected.Status, redirected.Reason));
        Assert.All(canaries, c => Assert.Empty(c.Callers));
    }

    [Fact]
    public async Task The_canaries_sing()
    {
        foreach (Canary canary in canaries)
        {
            using var tcp = new System.Net.Sockets.TcpClient(canary.EndPoint.AddressFamily);
            await tcp.ConnectAsync(canary.EndPoint, Cancellation);
            using var udp = new System.Net.Sockets.UdpClient(canary.EndPoint.AddressFamily);
            await udp.SendAsync(new byte[1], canary.EndPoint, Cancellation);
            await Eventually.HoldsAsync(() => canary.Callers.Count == 2, Cancellation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await pool.DisposeAsync();
        await egress.DisposeAsync();
        await site.DisposeAsync();
        foreach (Canary canary in canaries)
            await canary.DisposeAsync();
    }

    private IPageAuditor Auditor => new PageAuditor(
        pool, [new AxeCheck()], Options.Create(new ScanSettings { HostDelaySeconds = 0 }), Options.Create(new PageSettings()), TimeProvider.System,
        new TestLogger<PageAuditor>());

    private string Everywhere(string body) => string.Concat(canaries.Select(c => body.Replace("TARGET", c.Authority, StringComparison.Ordinal)));

    /// <summary>Audits a page as a scan does; what is tried must not keep it from being judged.</summary>
    private async Task<PageAudit> VisitAsync(string way, string body, bool waitForEnd = false, bool reached = true)
    {
        string path = "/" + Uri.EscapeDataString(way);
        var ended = new TaskCompletionSource();
        site.Html("/" + way, $"<main><h1>Hei</h1></main>{body}");
        site.On("/ferdig", _ =>
        {
            ended.TrySetResult();
            return Task.CompletedTask;
        });
        await using BrowserPage? watcher = waitForEnd ? await pool.OpenAsync(Cancellation) : null;
        if (watcher is not null)
        {
            await watcher.Page.GotoAsync(site.Url(path));
            await ended.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Cancellation);
        }
        PageAudit audit = await Auditor.AuditAsync(BrowserFixture.Request(site.Url(path)), NoEvidence.Instance, Cancellation);
        if (reached && !waitForEnd)
            Assert.True(audit.Status == PageStatus.Audited, $"{way}: {audit.Status}, {audit.Reason}");
        return audit;
    }
}
