using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Web;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using static Monitor.Shared.Storage.QueueMessages;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>
/// Script that came in where things come in (the API, forms, a hostile site that is really scanned), looked at in a real browser:
/// it is text everywhere, and never runs.
/// </summary>
public sealed class StoredScriptTests
{
    private const string Payload = "</title></textarea><script>window.canary=1</script><img src=/canary onerror=canary=1><svg onload=canary=1>\"'><a href=javascript:canary=1>x";

    private static readonly string Page = $"""
        <main id='x"><img src=/canary onerror=canary=1>'><h1>{WebUtility.HtmlEncode(Payload)}</h1>
        <img src="/bilde.png?{WebUtility.HtmlEncode("\"><script>canary=1</script>")}" class='"><script>canary=1</script>' data-x="&lt;svg onload=canary=1&gt;">
        <a href="javascript:window.canary=1" class="&lt;script&gt;canary=1&lt;/script&gt;"></a>
        <button aria-label="" title="{WebUtility.HtmlEncode(Payload)}" style="color:#fff;background:#fff">{WebUtility.HtmlEncode(Payload)}</button></main>
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Script_stored_by_the_real_flow_is_text_on_every_page_and_never_runs()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", Page, Payload);
        await using TestHost host = await TestHost.StartAsync(
            services => services.AddSingleton(TimeProvider.System),
            [
                new("Monitor:Outbound:AllowedOrigins:0", site.Origin.GetLeftPart(UriPartial.Authority)), new("Monitor:Scans:HostDelaySeconds", "0"),
                new("Monitor:Scans:SecondLookSeconds", "0"),
            ]);
        string key = await host.SupervisorKeyAsync();
        HttpClient api = host.Client(key);
        await api.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value, name = "Etat " + Payload }).JsonAsync(HttpStatusCode.Created);
        JsonElement solution = await api.AskAsync("POST", $"/api/v1/agencies/{TestHost.Own}/solutions", new { name = "Nett " + Payload, url = site.Url("/"), robotsOverrideReason = Payload })
            .JsonAsync(HttpStatusCode.Created);
        await api.AskAsync("POST", "/api/v1/keys", new { role = "supervisor", name = Payload[..100] }).JsonAsync(HttpStatusCode.Created);
        var id = SolutionId.Parse(solution.Text("id"));
        JsonElement scan = await api.AskAsync("POST", $"/api/v1/solutions/{id}/scans").JsonAsync(HttpStatusCode.Accepted);
        await DrainAsync(host);
        JsonElement findings = await api.AskAsync("GET", $"/api/v1/agencies/{TestHost.Own}/findings").JsonAsync();
        Assert.NotEmpty(findings.Items());
        string fingerprint = findings.Items()[0].Text("fingerprint");
        HttpClient agency = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        await agency.AskAsync("PUT", $"/api/v1/solutions/{id}/findings/{fingerprint}/set-aside", new { reason = "falsePositive", comment = Payload, until = TimeProvider.System.GetUtcNow().AddDays(30) });
        await agency.AskAsync(
            "PUT", $"/api/v1/agencies/{TestHost.Own}/declarations/1.5-privacy",
            new { outcome = "met", link = "https://eksempel.example/?" + Payload, reason = Payload, responsibleRole = Payload[..100] }).JsonAsync();
        await host.Get<OverviewBuilder>().RunAsync(Cancellation);
        await host.Get<NationalObligationsBuilder>().RunAsync(Cancellation);

        var paths = new Paths(Language.Nb);
        string[] pages =
        [
            paths.Overview, paths.Agencies, $"{paths.Agencies}?q={Uri.EscapeDataString(Payload)}", paths.Agency(TestHost.Own), paths.EditAgency(TestHost.Own), paths.Solution(id),
            paths.Compliance(TestHost.Own), paths.Declaration(TestHost.Own, "1.5-privacy"), paths.Obligations, paths.Declarations,
            paths.EditSolution(id), paths.Scans(id), paths.Scan(ScanId.Parse(scan.Text("id"))), paths.Tasks, paths.Keys,
            .. findings.Items().Select(f => paths.Finding(id, f.Text("fingerprint"))),
        ];
        await LookAsync(host, key, pages);
    }

    private static async Task LookAsync(TestHost host, string key, string[] paths)
    {
        KeyRow row = (await host.Get<KeyStore>().FindAsync(key, Cancellation))!;
        string session = await host.Get<SessionStore>().CreateAsync(row, Cancellation);
        using IPlaywright playwright = await Playwright.CreateAsync();
        await using IBrowser browser = await playwright.Chromium.LaunchAsync(BrowserWorld.Launch);
        await using IBrowserContext context = await browser.NewContextAsync();
        string address = host.Address.ToString().TrimEnd('/');
        await context.AddCookiesAsync([new Microsoft.Playwright.Cookie { Name = BrowserSessions.PlainCookie, Value = session, Url = address }]);
        IPage tab = await context.NewPageAsync();
        List<string> troubles = [];
        tab.Request += (_, request) =>
        {
            if (request.Url.Contains("canary", StringComparison.Ordinal) && !request.IsNavigationRequest)
                troubles.Add(request.Url);
        };
        // A violation of the policy would mean that markup got through to where only the policy stops it.
        tab.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                troubles.Add(message.Text);
        };
        tab.Dialog += (_, dialog) => troubles.Add(dialog.Message);
        int shown = 0;

        foreach (string path in paths)
        {
            IResponse answer = (await tab.GotoAsync(address + path))!;
            Assert.True(answer.Ok, $"{path}: {answer.Status}");
            Assert.StartsWith("default-src 'self';", await answer.HeaderValueAsync("content-security-policy"), StringComparison.Ordinal);
            Assert.True(await tab.EvaluateAsync<bool>("window.canary === undefined"), path);
            Assert.Equal(0, await tab.Locator("script, svg[onload], img[onerror], a[href^='javascript:' i]").CountAsync());
            if ((await tab.ContentAsync()).Contains("canary=1", StringComparison.Ordinal))
                shown++;
        }

        Assert.Empty(troubles);
        Assert.True(shown > paths.Length / 2, $"Only {shown} of {paths.Length} pages show what came in.");
    }

    private static async Task DrainAsync(TestHost host)
    {
        for (int i = 0; i < 200; i++)
        {
            if (host.Queues.TakeVisible() is not { } message)
            {
                // What was put off by a moment.
                if (!host.Queues.Sent.Any(m => m.Queue is QueueNames.ScanRequests or QueueNames.PageAudits or QueueNames.ScanSteps))
                    return;
                await Task.Yield();
                continue;
            }
            await (message.Queue switch
            {
                QueueNames.ScanRequests => host.Get<StartScanHandler>().HandleAsync(Read<StartScanMessage>(message.Body), Cancellation),
                QueueNames.PageAudits => host.Get<AuditPageHandler>().HandleAsync(Read<AuditPageMessage>(message.Body), Cancellation),
                QueueNames.ScanSteps => host.Get<ScanStepHandler>().HandleAsync(Read<ScanStepMessage>(message.Body), Cancellation),
                _ => Task.CompletedTask,
            });
        }
    }
}
