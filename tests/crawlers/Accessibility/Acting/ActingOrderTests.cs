using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Accessibility.Support;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Acting;

public sealed class ActingOrderTests(BrowserFixture browser)
{
    [Fact]
    public async Task Whoever_acts_comes_after_all_that_read()
    {
        List<string> order = [];
        PageAudit audit = await AuditAsync(null, Check("virker", acts: true, _ => Note("virker")), Check("leser", acts: false, _ => Note("leser")));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal(["leser", "virker"], order);

        Task Note(string id)
        {
            order.Add(id);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task After_a_check_that_broke_off_nobody_acts_any_more_and_what_was_read_stands()
    {
        bool acted = false;
        PageAudit audit = await AuditAsync(
            null,
            Check("leser", acts: false, _ => Task.CompletedTask),
            Check("bryter", acts: true, _ => throw new InvalidOperationException("Noe gikk galt.")),
            Check("etterpå", acts: true, _ => Task.FromResult(acted = true)));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.False(acted);
        Assert.False(audit.States!.Complete);
        Assert.Equal(Outcome.Passed, audit.Rules.Single(r => r.Check == "leser").Outcome);
        Assert.All(audit.Rules.Where(r => r.Check is "bryter" or "etterpå"), r => Assert.Equal(Outcome.Untested, r.Outcome));
        Assert.Contains(audit.Rules, r => r is { Check: "axe", Outcome: Outcome.Failed });
    }

    [Fact]
    public async Task A_check_that_acts_without_end_is_cut_short()
    {
        PageAudit audit = await AuditAsync(
            new AuditLimits { ActingCheck = TimeSpan.FromMilliseconds(200) }, Check("henger", acts: true, cancellation => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation)));

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal(Outcome.Untested, audit.Rules.Single(r => r.Check == "henger").Outcome);
    }

    [Fact]
    public async Task What_a_check_sets_off_neither_moves_the_page_nor_reaches_the_site()
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<img src=x.png>").Html("/annet", "<p>Annet");
        ICheck leaves = new FakeCheck("drar", true, (context, _) => context.Page.EvaluateAsync("() => { location.href = '/annet' }"));

        PageAudit audit = await BrowserFixture.NewAuditor(browser.Pool, null, leaves).AuditAsync(
            BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, TestContext.Current.CancellationToken);

        Assert.Equal(PageStatus.Audited, audit.Status);
        Assert.Equal(site.Url("/"), audit.FinalUrl);
        Assert.DoesNotContain(site.Requests, r => r.PathAndQuery == "/annet");
    }

    private static FakeCheck Check(string id, bool acts, Func<CancellationToken, Task> run) => new(id, acts, (_, cancellation) => run(cancellation));

    private async Task<PageAudit> AuditAsync(AuditLimits? limits, params ICheck[] checks)
    {
        await using TestSite site = await browser.StartSiteAsync();
        site.Html("/", "<img src=x.png>");
        return await BrowserFixture.NewAuditor(browser.Pool, limits, checks).AuditAsync(
            BrowserFixture.Request(site.Url("/")), NoEvidence.Instance, TestContext.Current.CancellationToken);
    }

    private sealed class FakeCheck(string id, bool acts, Func<CheckContext, CancellationToken, Task> run) : ICheck
    {
        public string Id => id;

        public EngineInfo Engine => new(id, "1");

        public bool Acts => acts;

        public IReadOnlyList<CheckRule> Rules { get; } = [new CheckRule(id, "1", ["1.1.1"], new LocalizedText("Noe.", "Noko.", "Something."))];

        public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
        {
            await run(context, cancellation);
            return [new RuleObservation(id, Outcome.Passed, null, "Fint.", [])];
        }
    }
}
