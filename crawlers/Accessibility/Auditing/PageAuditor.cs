using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Looks at pages with every check, in a browser.</summary>
public sealed class PageAuditor(
    BrowserPool pool, BrowserEgress egress, IEnumerable<ICheck> checks, IOptions<ScanSettings> settings, TimeProvider clock, ILogger<PageAuditor> logger)
    : IPageAuditor
{
    private readonly ICheck[] checks = [.. checks];

    /// <summary>How long a page may take; tests are less patient.</summary>
    internal AuditLimits Limits { get; init; } = new();

    /// <inheritdoc/>
    public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => pool.TakePlaceAsync(cancellation);

    /// <inheritdoc/>
    public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        if (pool.Problem() is { } problem)
            throw new InvalidOperationException(problem);

        (PageAudit first, TimeSpan? asked) = await TryAsync(place, request, evidence, cancellation);
        if (AnswerJudge.WaitBeforeRetry(first, asked, TimeSpan.FromSeconds(settings.Value.HostDelaySeconds), request.MayWait) is not { } wait)
            return first;
        logger.LogInformation("{Url} could not be judged ({Reason}) and is tried once more", request.Url, first.Reason);
        await Task.Delay(wait, clock, cancellation);
        return (await TryAsync(place, request, evidence, cancellation)).Audit;
    }

    private async Task<(PageAudit Audit, TimeSpan? RetryAfter)> TryAsync(
        PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        try
        {
            await using BrowserPage page = await pool.OpenAsync(place, cancellation);
            start = clock.GetTimestamp();
            (PageAudit audit, TimeSpan? asked) = await LookAsync(page, request, evidence, start, cancellation);
            request.Tried?.Invoke(new HostAnswer(audit.Reason, asked));
            return (audit, asked);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            logger.LogWarning(e, "The browser opened no page");
            return (PageAudit.Unmeasured(request.Url, PageStatus.Failed, PageReasons.BrowserCrashed, durationMs: Elapsed(start)), null);
        }
    }

    private async Task<(PageAudit Audit, TimeSpan? RetryAfter)> LookAsync(
        BrowserPage page, AuditRequest request, IEvidenceStore evidence, long start, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(Limits.Page, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        Arrival? arrival = null;

        (PageAudit, TimeSpan?) Unmeasured(PageStatus status, string reason) =>
            (PageAudit.Unmeasured(request.Url, status, reason, arrival?.HttpStatus, Elapsed(start), arrival?.FinalUrl), arrival?.RetryAfter);

        try
        {
            arrival = await new PageNavigator(page, request, egress, Limits, clock).ArriveAsync(limit.Token);
            if (arrival.Obstacle is { } obstacle)
                return Unmeasured(obstacle.Status, obstacle.Reason);
            return await JudgeAsync(page, request, arrival, evidence, start, limit.Token) is { } audit
                ? (audit, null)
                : Unmeasured(PageStatus.Failed, page.Crashed ? PageReasons.BrowserCrashed : PageReasons.EngineFailed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unmeasured(PageStatus.Failed, arrival is null ? PageReasons.Timeout : PageReasons.EngineFailed);
        }
        // Of the browser, or what a page made of our scripts' answers. Trouble of our own storage is none of the page's: that goes up, and the message comes back.
        catch (Exception e) when (e is PlaywrightException or TimeoutException or JsonException)
        {
            if (!page.Crashed)
                logger.LogWarning(e, "{Url} could not be judged", request.Url);
            return Unmeasured(PageStatus.Failed, page.Crashed ? PageReasons.BrowserCrashed : PageReasons.EngineFailed);
        }
    }

    /// <summary>The judgement; null when an engine did not come to one.</summary>
    private async Task<PageAudit?> JudgeAsync(
        BrowserPage page, AuditRequest request, Arrival arrival, IEvidenceStore evidence, long start, CancellationToken cancellation)
    {
        string html = await page.WhileAliveAsync(page.Page.ContentAsync(), cancellation);
        string title = await page.WhileAliveAsync(page.Page.TitleAsync(), cancellation);

        var recorder = new FindingRecorder(page, evidence);
        var results = new List<RuleResult>();
        var engines = new List<EngineInfo>();
        foreach (ICheck check in checks)
        {
            CheckRule[] rules = [.. check.Rules.Select(r => r with { Wcag = [.. r.Wcag.Intersect(request.Regulation.Criteria)] }).Where(r => r.Wcag.Count > 0)];
            if (rules.Length == 0)
                continue;
            engines.Add(check.Engine);
            if (await RunAsync(page, check, rules, cancellation) is not { } observations)
                return null;
            // Before the next check, which may change the page.
            results.AddRange(await recorder.RecordAsync(check, rules, observations, cancellation));
        }

        string? finalUrl = FinalUrl(page, request, arrival);
        return new PageAudit(
            request.Url, finalUrl, title.Length <= 300 ? title : title[..300], PageStatus.Audited, null, arrival.HttpStatus, Elapsed(start), results,
            new PageEvidence(Base32.Hash(Encoding.UTF8.GetBytes(html)), BrowserPage.Viewport.Width, BrowserPage.Viewport.Height, engines, page.BrowserName, clock.GetUtcNow()))
        {
            MovedPermanently = finalUrl != request.Url && page.MovedPermanently,
        };
    }

    /// <summary>
    /// The canonical URL of the page judged, the one asked for where both are the same page. What a script made of the address without loading another
    /// document is left out: that is still what the page asked for shows.
    /// </summary>
    private static string? FinalUrl(BrowserPage page, AuditRequest request, Arrival arrival)
    {
        string? served = page.Document?.Url ?? arrival.FinalUrl;
        if (served is null || !CanonicalUrl.TryCreate(served, null, out string canonical))
            return served;
        return CanonicalUrl.DedupeKey(canonical) == CanonicalUrl.DedupeKey(request.Url) ? request.Url : canonical;
    }

    private async Task<IReadOnlyList<RuleObservation>?> RunAsync(BrowserPage page, ICheck check, CheckRule[] rules, CancellationToken cancellation)
    {
        try
        {
            return await page.WhileAliveAsync(check.RunAsync(new CheckContext(page.Page, rules), cancellation), cancellation);
        }
        // Engines report their own trouble by exceptions of any type; none of them says anything about the page.
        catch (Exception e) when (e is not OperationCanceledException)
        {
            logger.LogWarning(e, "Check {Check} did not finish on {Url}", check.Id, page.Page.Url);
            return null;
        }
    }

    private int Elapsed(long start) => (int)clock.GetElapsedTime(start).TotalMilliseconds;
}
