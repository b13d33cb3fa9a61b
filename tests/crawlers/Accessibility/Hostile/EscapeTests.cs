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
        site.Html("/", $"<main><h1>Hei</h1></main>{string.Concat(WaysOut.Bodies.Values.Select(Everywhere))}");

        PageAudit audit = await AuditAsync("/");

        Assert.All(canaries, c => Assert.Equal([], c.Heard));
        Assert.All(canaries, c => Assert.Empty(c.Callers));
        Assert.Equal((PageStatus.Audited, null), (audit.Status, audit.Reason));
    }

    [Fact]
    public async Task No_script_reaches_inside()
    {
        await RunScriptsAsync();

        Assert.All(canaries, c => Assert.Equal([], c.Heard));
        Assert.All(canaries, c => Assert.Empty(c.Callers));
        Assert.Equal(0, site.CountOf("/sw.js"));
    }

    /// <summary>That the pages above do try, and that nothing but the guard keeps them: where it lets them, they arrive.</summary>
    [Fact]
    public async Task The_same_pages_reach_what_a_person_allowed()
    {
        policy.AllowOriginOf($"http://{canaries[0].Authority}/");
        site.Html("/", $"<main><h1>Hei</h1></main>{string.Concat(WaysOut.Bodies.Values.Select(Everywhere))}");

        await AuditAsync("/");
        await RunScriptsAsync();

        string[] ways =
        [
            "img", "iframe", "redirect", "css", "import", "background", "font.woff2", "object", "embed", "video", "poster", "audio", "prefetch", "preload",
            "module", "form", "module.js", "fetch", "keepalive", "xhr", "sync", "ws", "events", "beacon", "worker", "shared", "paint.js", "dynamic.js",
        ];
        string[] heard = [.. canaries[0].Heard.Select(l => l.Split(' ')).Where(p => p.Length > 1).Select(p => p[1].TrimStart('/'))];
        Assert.Equal([], ways.Except(heard));
    }

    [Fact]
    public async Task No_navigation_reaches_inside_and_each_is_reported_as_not_allowed()
    {
        foreach ((string way, string body) in WaysOut.Navigations)
        {
            site.Html("/ut", body.Replace("TARGET", canaries[0].Authority, StringComparison.Ordinal));
            PageAudit audit = await AuditAsync("/ut");
            Assert.True((audit.Status, audit.Reason) == (PageStatus.Failed, PageReasons.AddressNotAllowed), $"{way}: {audit.Status}, {audit.Reason}");
        }
        PageAudit redirected = await AuditAsync("/redirect");
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

    private string Everywhere(string body) => string.Concat(canaries.Select(c => body.Replace("TARGET", c.Authority, StringComparison.Ordinal)));

    private Task<PageAudit> AuditAsync(string path)
    {
        IPageAuditor auditor = new PageAuditor(
            pool, [new AxeCheck()], BrowserFixture.Viewer, Options.Create(new ScanSettings { HostDelaySeconds = 0 }), Options.Create(new PageSettings()), TimeProvider.System,
            new TestLogger<PageAuditor>());
        return auditor.AuditAsync(BrowserFixture.Request(site.Url(path)), NoEvidence.Instance, Cancellation);
    }

    /// <summary>Runs every script against every canary in one page, and waits until each attempt has come to an end or five seconds are over.</summary>
    private async Task RunScriptsAsync()
    {
        IEnumerable<string> attempts = WaysOut.Scripts.Values.SelectMany(
            script => canaries.Select(c => $"(async () => {script.Replace("TARGET", c.Authority, StringComparison.Ordinal)})().catch(() => 0)"));
        site.Html("/skript", $"<main><h1>Hei</h1></main><script>window.done = Promise.race([new Promise(r => setTimeout(r, 5000)), Promise.all([{string.Join(",\n", attempts)}])])</script>");
        await using BrowserPage page = await pool.OpenAsync(Cancellation);
        await page.Page.GotoAsync(site.Url("/skript"));
        await page.Page.EvaluateAsync("window.done.then(() => 0)");
    }
}
