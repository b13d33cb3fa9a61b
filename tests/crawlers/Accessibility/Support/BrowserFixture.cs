using Deque.AxeCore.Commons;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Tests.Support.Sites;
using Xunit;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Monitor.Crawlers.Tests.Accessibility.Support;

/// <summary>One real Chromium behind the real guard for all tests that need one: two pages at a time, as in the product.</summary>
public sealed class BrowserFixture : IAsyncDisposable
{
    private static readonly Regulation EveryCriterion = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)! with { Criteria = [.. RegulationCatalogue.Criteria.Select(c => c.Number)] };
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private readonly BrowserEgress egress;

    public BrowserFixture()
    {
        Policy = new OutboundPolicy(Options.Create(new OutboundSettings()));
        egress = new BrowserEgress(new OutboundGuard(Policy, new SystemNameResolver(), TimeProvider.System), TimeProvider.System);
        Pool = NewPool();
        Auditor = NewAuditor(Pool);
    }

    /// <summary>Reads every sign of the product.</summary>
    internal static PageViewer Viewer { get; } =
        new(new ServiceCollection().AddPageSigns().BuildServiceProvider().GetServices<IPageSign>(), Options.Create(new CrawlSettings()));

    /// <summary>What the guard lets through.</summary>
    public OutboundPolicy Policy { get; }

    public BrowserPool Pool { get; }

    public IPageAuditor Auditor { get; }

    public static AuditRequest Request(string url, SiteScope? scope = null) =>
        new(url, RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!, scope);

    /// <summary>Starts a site that the guard lets through.</summary>
    public async Task<TestSite> StartSiteAsync()
    {
        TestSite site = await TestSite.StartAsync(TestContext.Current.CancellationToken);
        Policy.AllowOriginOf(site.Url("/"));
        return site;
    }

    public BrowserPool NewPool(BrowserSettings? settings = null, PageSettings? limits = null) =>
        new(Options.Create(settings ?? new BrowserSettings()), Options.Create(limits ?? new PageSettings()), new BotIdentity(Options.Create(new SiteSettings())), egress, TimeProvider.System, new TestLogger<BrowserPool>());

    internal static IPageAuditor NewAuditor(BrowserPool pool, AuditLimits? limits = null, params ICheck[] afterAxe) =>
        new PageAuditor(pool, [new AxeCheck(), .. afterAxe], Viewer, Options.Create(new ScanSettings { HostDelaySeconds = 0 }), Options.Create(new PageSettings()), TimeProvider.System, new TestLogger<PageAuditor>())
        {
            Limits = limits ?? new AuditLimits(),
        };

    /// <summary>Audits a page by the public sector's regulation.</summary>
    public Task<PageAudit> AuditAsync(string url, IEvidenceStore? evidence = null, SiteScope? scope = null) =>
        Auditor.AuditAsync(Request(url, scope), evidence ?? NoEvidence.Instance, TestContext.Current.CancellationToken);

    /// <summary>Audits a page by every criterion of A and AA with axe and one more check, whose results these are.</summary>
    public async Task<IReadOnlyList<RuleResult>> AuditAsync(string url, ICheck check)
    {
        PageAudit audit = await NewAuditor(Pool, null, check).AuditAsync(
            new AuditRequest(url, EveryCriterion), NoEvidence.Instance, TestContext.Current.CancellationToken);
        Assert.Equal(PageStatus.Audited, audit.Status);
        RuleResult[] results = [.. audit.Rules.Where(r => r.Check == check.Id)];
        KeptItsWord(check, results.Select(r => (r.Rule, r.Outcome)));
        return results;
    }

    /// <summary>What one check sees on a page in which axe's script is already, as it is after axe.</summary>
    public async Task<IReadOnlyList<RuleObservation>> ObserveAsync(string url, ICheck check)
    {
        await using BrowserPage page = await OpenAsync(url);
        foreach (IFrame frame in page.Page.Frames)
            await frame.EvaluateAsync(AxeScript);
        IReadOnlyList<RuleObservation> observations = await check.RunAsync(new CheckContext(page.Page, check.Rules), TestContext.Current.CancellationToken);
        KeptItsWord(check, observations.Select(o => (o.Rule, o.Outcome)));
        return observations;
    }

    /// <summary>A rule that says it can't fail does not.</summary>
    private static void KeptItsWord(ICheck check, IEnumerable<(string Rule, Outcome Outcome)> seen) =>
        Assert.DoesNotContain(seen, s => s.Outcome == Outcome.Failed && check.Rules.Any(r => r.Id == s.Rule && !r.CanFail));

    /// <summary>Opens a page and goes there.</summary>
    internal async Task<BrowserPage> OpenAsync(string url)
    {
        BrowserPage page = await Pool.OpenAsync(TestContext.Current.CancellationToken);
        await page.Page.GotoAsync(url, new PageGotoOptions { WaitUntil = WaitUntilState.Load });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        await egress.DisposeAsync();
    }
}
