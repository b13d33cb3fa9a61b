using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Tests.Accessibility;

/// <summary>A browser that sees what a test says, and counts its looks.</summary>
internal sealed class FakeAuditor : IPageAuditor
{
    public Dictionary<string, PageAudit> Answers { get; } = [];

    public string? Picture { get; private set; }

    public int Looks { get; private set; }

    public AuditRequest? LastRequest { get; private set; }

    public Func<Task>? Meanwhile { get; set; }

    public Func<Task>? WhileWaitingForAPlace { get; set; }

    public int PlacesTaken { get; private set; }

    public TimeSpan? RetryAfter { get; set; }

    public async Task<PagePlace> TakePlaceAsync(CancellationToken cancellation)
    {
        if (WhileWaitingForAPlace is not null)
            await WhileWaitingForAPlace();
        PlacesTaken++;
        return new PagePlace(() => PlacesTaken--);
    }

    public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        Looks++;
        LastRequest = request;
        if (Meanwhile is not null)
            await Meanwhile();
        Picture = evidence.KeepsScreenshots ? await evidence.SaveScreenshotAsync([1, 2, 3], cancellation) : null;
        PageAudit audit = Answers.GetValueOrDefault(request.Url) ?? Audited(request.Url, Picture);
        request.Tried?.Invoke(new HostAnswer(audit.Reason, RetryAfter));
        return audit;
    }

    private static PageAudit Audited(string url, string? picture)
    {
        var failed = new ElementResult(Outcome.Failed, "f", "img", "<img>", null, "main", null, picture) { Omitted = 20 };
        ElementResult unsure = failed with { Outcome = Outcome.CantTell, Omitted = 0 };
        return new PageAudit(url, url, "Tittel", PageStatus.Audited, null, 200, 5,
            [new RuleResult("axe", "image-alt", "4.14", Outcome.Failed, ["1.1.1"], "critical", "m", [failed, unsure])],
            new PageEvidence("hash", 1280, 800, [new EngineInfo("axe-core", "4.14.0")], "Chromium 156", DateTimeOffset.UnixEpoch));
    }
}
