using System.Diagnostics;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>A page costs no more than its limits, and is reported with the reason, never as clean.</summary>
public sealed class PageLimitTests(BrowserFixture browser, SmallPool small) : IClassFixture<SmallPool>
{
    private static readonly AuditLimits Impatient = new()
    {
        Navigation = TimeSpan.FromSeconds(6),
        Load = TimeSpan.FromSeconds(4),
        QuietAtMost = TimeSpan.FromSeconds(4),
        Page = TimeSpan.FromSeconds(45),
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Scripts => [.. HostilePages.Scripts.Keys];

    public static TheoryData<string> Answers => [.. HostilePages.Answers.Keys];

    [Theory, MemberData(nameof(Scripts))]
    public async Task A_hostile_script_costs_its_page_alone(string name)
    {
        PageAudit audit = await AuditAsync(name);

        Assert.Equal(HostilePages.Scripts[name].Reason, audit.Reason);
        Assert.Equal(audit.Reason is null ? PageStatus.Audited : PageStatus.Failed, audit.Status);
        Assert.InRange(audit.Title?.Length ?? 0, 0, 300);
        Assert.All(audit.Rules.SelectMany(r => r.Elements), e => Assert.InRange(e.Target.Length + e.Snippet.Length, 1, 3000));
    }

    [Theory, MemberData(nameof(Answers))]
    public async Task A_hostile_answer_is_a_failure_with_its_reason(string name)
    {
        PageAudit audit = await AuditAsync(name);

        Assert.Equal((PageStatus.Failed, HostilePages.Answers[name].Reason), (audit.Status, audit.Reason));
        Assert.Empty(audit.Rules);
    }

    [Theory]
    [InlineData("browser")]
    [InlineData("driver")]
    [InlineData("all")]
    public async Task A_browser_that_hangs_is_replaced_and_the_page_tried_once_more(string which)
    {
        Assert.SkipUnless(BrowserProcesses.CanBeSeen, "not run: there is no /proc");
        await using TestSite site = await browser.StartSiteAsync();
        await using BrowserPool pool = browser.NewPool();
        IReadOnlyList<BrowserProcess> stopped = [];
        site.On("/", async context =>
        {
            context.Response.ContentType = "text/html";
            if (stopped.Count == 0)
            {
                stopped = [.. pool.Processes!.Running().Where(p => which == "all" || IsDriver(p) == (which == "driver"))];
                foreach (BrowserProcess process in stopped)
                    await SignalAsync("STOP", process.Id);
            }
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<!DOCTYPE html><html lang=nb><title>Hei</title><main><h1>Hei</h1></main>");
        });

        PageAudit audit = await BrowserFixture.NewAuditor(pool, Impatient with { Page = TimeSpan.FromSeconds(8) })
            .AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.NotEmpty(stopped);
        Assert.Equal((PageStatus.Audited, null), (audit.Status, audit.Reason));
        await Eventually.HoldsAsync(() => !stopped.Any(BrowserProcesses.IsRunning), Cancellation);
    }

    [Fact]
    public async Task A_driver_that_dies_is_replaced_and_the_page_tried_once_more()
    {
        Assert.SkipUnless(BrowserProcesses.CanBeSeen, "not run: there is no /proc");
        await using TestSite site = await browser.StartSiteAsync();
        await using BrowserPool pool = browser.NewPool();
        int asked = 0;
        site.On("/", async context =>
        {
            context.Response.ContentType = "text/html";
            if (Interlocked.Increment(ref asked) == 1)
                BrowserProcesses.End(pool.Processes!.Running().Where(IsDriver));
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "<!DOCTYPE html><html lang=nb><title>Hei</title><main><h1>Hei</h1></main>");
        });

        PageAudit audit = await BrowserFixture.NewAuditor(pool, Impatient).AuditAsync(BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, Cancellation);

        Assert.Equal((PageStatus.Audited, null, 2), (audit.Status, audit.Reason, asked));
    }

    private async Task<PageAudit> AuditAsync(string name)
    {
        await using TestSite site = await browser.StartSiteAsync();
        HostilePages.AddTo(site);
        return await BrowserFixture.NewAuditor(small.Pool, Impatient).AuditAsync(BrowserFixture.Request(site.Url("/" + Uri.EscapeDataString(name))), NoEvidence.Instance, Cancellation);
    }

    private static bool IsDriver(BrowserProcess process) => File.ReadAllText($"/proc/{process.Id}/cmdline").Contains("run-driver", StringComparison.Ordinal);

    private static async Task SignalAsync(string signal, int process)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", $"{process}"]);
        await kill.WaitForExitAsync(Cancellation);
    }
}

/// <summary>A browser whose pages reach their limits soon; what it goes through is its own business, as in the product.</summary>
public sealed class SmallPool(BrowserFixture browser) : IAsyncDisposable
{
    public BrowserPool Pool { get; } =
        browser.NewPool(limits: new PageSettings { MaxBytes = 4 * 1024 * 1024, MaxConnections = 100, MaxMemoryMebibytes = 400, MaxDialogs = 5 });

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
