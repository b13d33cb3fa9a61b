using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Load;

/// <summary>Takes the browser's place: loads the page over HTTP, and finds on each the same fault of its template.</summary>
internal sealed class StubBrowser(HttpClient client, TimeProvider clock) : IPageAuditor
{
    private static readonly EngineInfo Engine = new("axe-core", "4.14.0");

    /// <inheritdoc/>
    public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => Task.FromResult(new PagePlace(() => { }));

    /// <inheritdoc/>
    public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        using HttpResponseMessage answer = await client.GetAsync(request.Url, cancellation);
        if (!answer.IsSuccessStatusCode)
            return PageAudit.Unmeasured(request.Url, PageStatus.Failed, PageReasons.ServerError, (int)answer.StatusCode);
        string html = await answer.Content.ReadAsStringAsync(cancellation);
        var element = new ElementResult(Outcome.Failed, Fingerprint.For("image-alt", "main img"), "main > img", "<img>", null, "main", null, null);
        var rule = new RuleResult("axe", "image-alt", "4.14", Outcome.Failed, ["1.1.1"], "critical", "Images must have alternative text", [element]);
        var seen = new PageEvidence(Base32.Hash(html), 1280, 800, [Engine], "stub 1.0", clock.GetUtcNow());
        return new PageAudit(request.Url, request.Url, "Side", PageStatus.Audited, null, 200, 1, [rule], seen);
    }
}
