using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Hostile;

/// <summary>A whole site of traps, looked at as a scan does: alone, since it is our own memory that is measured.</summary>
[Collection(nameof(Alone))]
public sealed class HostileSiteTests(BrowserFixture browser)
{
    // One of each kind that costs memory; what only costs time is elsewhere.
    private static readonly string[] Traps =
        ["array memory", "large markup", "a bomb", "a body without end", "connections", "bytes", "attributes", "title", "console", "too many elements", "windows"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scan_of_it_is_partial_and_leaves_neither_memory_nor_processes_behind()
    {
        await using TestSite site = await browser.StartSiteAsync();
        HostilePages.AddTo(site);
        site.Html("/", "<main><h1>Hei</h1></main>");
        BrowserPool pool = browser.NewPool(limits: new PageSettings { MaxBytes = 4 * 1024 * 1024, MaxConnections = 100, MaxMemoryMebibytes = 400, MaxDialogs = 5 });
        IPageAuditor auditor = BrowserFixture.NewAuditor(pool, new AuditLimits { Navigation = TimeSpan.FromSeconds(10), Page = TimeSpan.FromSeconds(45) });
        // The first round is what a process that has done this once takes anyhow: code, pools, the browser's own.
        await ScanAsync(auditor, site);
        (long managed, long whole) = Memory();

        PageAudit[] pages = await ScanAsync(auditor, site);

        ScanVerdict verdict = ScanVerdict.Of([.. pages.Select(p => (p.Status, p.Reason))], null);
        Assert.Equal((ScanStatus.Partial, ScanReasons.PagesFailed), (verdict.Status, verdict.Reason));
        ScanVerdict ofTraps = ScanVerdict.Of([.. pages.Where(p => p.Status == PageStatus.Failed).Select(p => (p.Status, p.Reason))], null);
        Assert.Equal((ScanStatus.Failed, PageReasons.TooLarge), (ofTraps.Status, ofTraps.Reason));

        // The runtime's pools hold on to large buffers for up to a minute after their last use, and give them back at collections.
        await Eventually.HoldsAsync(
            () => Memory() is var (managedAfter, wholeAfter) && managedAfter <= managed + 32 * 1024 * 1024 && wholeAfter <= whole + 128 * 1024 * 1024,
            TimeSpan.FromMinutes(3),
            Cancellation);

        IReadOnlyList<BrowserProcess> processes = pool.Processes?.Running() ?? [];
        await Eventually.HoldsAsync(() => (pool.Processes?.Running() ?? []).Count(BrowserProcesses.IsRenderer) <= 1, Cancellation);
        await pool.DisposeAsync();
        await Eventually.HoldsAsync(() => !processes.Any(BrowserProcesses.IsRunning), Cancellation);
    }

    private static async Task<PageAudit[]> ScanAsync(IPageAuditor auditor, TestSite site)
    {
        List<PageAudit> pages = [];
        foreach (string path in Traps.Prepend(""))
            pages.Add(await auditor.AuditAsync(BrowserFixture.Request(site.Url("/" + Uri.EscapeDataString(path))), NoEvidence.Instance, Cancellation));
        return [.. pages];
    }

    private static (long Managed, long Whole) Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return (GC.GetTotalMemory(forceFullCollection: true), Environment.WorkingSet);
    }
}

/// <summary>Tests that run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
