using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Documents;
using Monitor.Crawlers.Tests.Web;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Accessibility.Documents;

public sealed class DocumentAuditorTests : IAsyncLifetime
{
    private static readonly TestPdf Bad = new() { Title = "", Language = "", Mark = "", TagTree = null };

    private TestSite site = null!;
    private ServiceProvider parts = null!;
    private HostAnswer? told;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(Cancellation);
        parts = WebParts.Create(site);
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await site.DisposeAsync();
    }

    private void Serve(string path, byte[] file, string? lastModified = null) => site.On(path, async context =>
    {
        context.Response.ContentType = "application/pdf";
        if (lastModified is not null)
            context.Response.Headers.LastModified = lastModified;
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    });

    private Task<PageAudit> AuditAsync(string path, Func<Uri, bool>? allowed = null)
    {
        var request = new AuditRequest(site.Url(path), RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!, SiteScope.Of(site.Url("/")), allowed)
        {
            IsDocument = true,
            Tried = answer => told = answer,
        };
        return new DocumentAuditor(parts.Get<WebFetcher>(), parts.Get<IOptions<ScanSettings>>(), parts.Get<IOptions<CrawlSettings>>(), TimeProvider.System)
            .AuditAsync(request, Cancellation);
    }

    private static Outcome OutcomeOf(PageAudit audit, string rule) => audit.Rules.Single(r => r.Rule == rule).Outcome;

    [Fact]
    public async Task A_document_is_audited_as_pages_are_and_its_faults_are_findings()
    {
        Serve("/budsjett.pdf", Bad.Build());

        PageAudit audit = await AuditAsync("/budsjett.pdf");

        Assert.Equal((PageStatus.Audited, null, 200, site.Url("/budsjett.pdf")), (audit.Status, audit.Reason, audit.HttpStatus, audit.FinalUrl));
        Assert.Equal(DocumentRules.All.Select(r => r.Id), audit.Rules.Select(r => r.Rule));
        Assert.Equal(["pdf-tagged", "pdf-title", "pdf-language"], audit.Rules.Where(r => r.Outcome == Outcome.Failed).Select(r => r.Rule));
        ElementResult element = audit.Rules.Single(r => r.Rule == "pdf-title").Elements.Single();
        Assert.Equal(("document", "PDF, 3 pages, last dated 2023-03-02"), (element.Target, element.Snippet));
        Assert.Equal(["monitor-documents", "PdfPig"], audit.Evidence!.Engines.Select(e => e.Name));
        Assert.Null(audit.Evidence.Browser);
        Assert.Null(told!.Value.Reason);
    }

    [Fact]
    public async Task Documents_with_the_same_fault_share_its_cause()
    {
        Serve("/a.pdf", Bad.Build());
        Serve("/b.pdf", (Bad with { Pages = [TestPdf.Page()] }).Build());

        PageAudit[] audits = [await AuditAsync("/a.pdf"), await AuditAsync("/b.pdf")];

        Assert.Single(audits.Select(a => a.Rules.Single(r => r.Rule == "pdf-language").Elements.Single().Fingerprint).Distinct());
        Assert.Equal(6, DocumentRules.All.Select(r => DocumentRules.FingerprintOf(r.Id)).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_has_had_a_document_since_before_the_duty_began_keeps_it_from_failing()
    {
        Serve("/budsjett.pdf", Bad.Build(), "Tue, 05 Jan 2021 10:00:00 GMT");

        PageAudit audit = await AuditAsync("/budsjett.pdf");

        Assert.Equal(Outcome.CantTell, OutcomeOf(audit, "pdf-title"));
        Assert.Contains("1 February 2022", audit.Rules.Single(r => r.Rule == "pdf-title").Elements.Single().Message!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_document_or_cannot_be_read_is_reported_and_fails_nobody()
    {
        site.Html("/side.pdf", "Finnes ikke lenger");
        Serve("/avbrutt.pdf", new TestPdf().Build()[..200]);
        Serve("/stor.pdf", new byte[(20 * 1024 * 1024) + 1]);
        site.Status("/borte.pdf", 404).Status("/nei.pdf", 403);

        Assert.Equal((PageStatus.Skipped, PageReasons.NotDocument), await CameToAsync("/side.pdf"));
        Assert.Equal((PageStatus.Skipped, PageReasons.Unreadable), await CameToAsync("/avbrutt.pdf"));
        Assert.Equal((PageStatus.Skipped, PageReasons.TooLarge), await CameToAsync("/stor.pdf"));
        Assert.Equal((PageStatus.Skipped, PageReasons.Gone), await CameToAsync("/borte.pdf"));
        Assert.Equal((PageStatus.Blocked, PageReasons.Refused), await CameToAsync("/nei.pdf"));

        async Task<(PageStatus, string?)> CameToAsync(string path)
        {
            PageAudit audit = await AuditAsync(path);
            Assert.Empty(audit.Rules);
            return (audit.Status, audit.Reason);
        }
    }

    [Fact]
    public async Task A_server_that_stumbles_is_asked_once_more()
    {
        int asked = 0;
        site.On("/budsjett.pdf", async context =>
        {
            if (asked++ == 0)
            {
                context.Response.StatusCode = 500;
                return;
            }
            await context.Response.Body.WriteAsync(new TestPdf().Build(), context.RequestAborted);
        });

        Assert.Equal(PageStatus.Audited, (await AuditAsync("/budsjett.pdf")).Status);
        site.Status("/alltid.pdf", 500);
        Assert.Equal((PageStatus.Failed, PageReasons.ServerError), ((await AuditAsync("/alltid.pdf")).Status, told!.Value.Reason));
        Assert.Equal(2, site.CountOf("/alltid.pdf"));
    }

    [Fact]
    public async Task A_redirect_is_followed_in_scope_and_as_far_as_robots_txt_allows()
    {
        Serve("/ny.pdf", new TestPdf().Build());
        site.Redirect("/flyttet.pdf", "/ny.pdf", 301).Redirect("/ut.pdf", "https://annet.example/x.pdf").Redirect("/skjult.pdf", "/intern/x.pdf").Redirect("/rundt.pdf", "/rundt.pdf");

        PageAudit moved = await AuditAsync("/flyttet.pdf");
        Assert.Equal((PageStatus.Audited, site.Url("/ny.pdf"), true), (moved.Status, moved.FinalUrl, moved.MovedPermanently));
        Assert.Equal(PageReasons.OutOfScope, (await AuditAsync("/ut.pdf")).Reason);
        Assert.Equal(PageReasons.RobotsDisallowed, (await AuditAsync("/skjult.pdf", uri => !uri.AbsolutePath.StartsWith("/intern", StringComparison.Ordinal))).Reason);
        Assert.Equal((PageStatus.Failed, PageReasons.Redirects), ((await AuditAsync("/rundt.pdf")).Status, (await AuditAsync("/rundt.pdf")).Reason));
        Assert.Equal(0, site.CountOf("/intern/x.pdf"));
    }

    [Fact]
    public async Task A_document_the_regulation_asks_nothing_of_has_no_results()
    {
        Serve("/budsjett.pdf", Bad.Build());
        var request = new AuditRequest(site.Url("/budsjett.pdf"), RegulationCatalogue.Find(RegulationCatalogue.DefaultId)! with { Criteria = ["1.4.3"] }) { IsDocument = true };

        PageAudit audit = await new DocumentAuditor(parts.Get<WebFetcher>(), parts.Get<IOptions<ScanSettings>>(), parts.Get<IOptions<CrawlSettings>>(), TimeProvider.System)
            .AuditAsync(request, Cancellation);

        Assert.Empty(audit.Rules);
    }
}
