using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Accessibility.States;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Looks at pages with every check, in a browser.</summary>
public sealed class PageAuditor(
    BrowserPool pool, IEnumerable<ICheck> checks, PageViewer viewer, IOptions<ScanSettings> settings, IOptions<PageSettings> limits, TimeProvider clock, ILogger<PageAuditor> logger)
    : IPageAuditor
{
    private readonly ICheck[] checks = [.. checks.OrderBy(c => c.Acts)];

    /// <summary>What a page may take; tests are less patient.</summary>
    internal AuditLimits Limits { get; init; } = AuditLimits.Of(limits.Value);

    /// <inheritdoc/>
    public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => pool.TakePlaceAsync(cancellation);

    /// <inheritdoc/>
    public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        if (pool.Problem() is { } problem)
            throw new InvalidOperationException(problem);

        Try first = await TryAsync(place, request, evidence, cancellation);
        if (AnswerJudge.WaitBeforeRetry(first.Audit, first.RetryAfter, TimeSpan.FromSeconds(settings.Value.HostDelaySeconds), request.MayWait) is not { } wait)
            return first.Audit;
        logger.LogInformation("{Url} could not be judged ({Reason}) and is tried once more", request.Url, first.Audit.Reason);
        await Task.Delay(wait, clock, cancellation);
        Try second = await TryAsync(place, request, evidence, cancellation);
        // Once may be chance; a page that goes elsewhere under our hands twice never rests.
        return first.Left && second.Left ? second.Audit with { Reason = PageReasons.Redirects } : second.Audit;
    }

    private async Task<Try> TryAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        try
        {
            await using BrowserPage page = await pool.OpenAsync(place, cancellation);
            start = clock.GetTimestamp();
            Try look = await LookAsync(page, request, evidence, start, cancellation);
            request.Tried?.Invoke(new HostAnswer(look.Audit.Reason, look.RetryAfter));
            return look;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            logger.LogWarning(e, "The browser opened no page");
            return new Try(PageAudit.Unmeasured(request.Url, PageStatus.Failed, PageReasons.BrowserCrashed, durationMs: Elapsed(start)));
        }
    }

    private async Task<Try> LookAsync(BrowserPage page, AuditRequest request, IEvidenceStore evidence, long start, CancellationToken cancellation)
    {
        using var timer = new CancellationTokenSource(Limits.Page, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellation);
        Arrival? arrival = null;
        IResponse? arrived = null;

        // What became of the page says more than where we were when it did.
        Try Unmeasured(PageStatus status, string reason)
        {
            (status, reason) = page.Loss is { } loss ? (PageStatus.Failed, loss) : (status, reason);
            bool left = reason == PageReasons.EngineFailed && arrived is not null && page.Document != arrived;
            return new Try(PageAudit.Unmeasured(request.Url, status, reason, arrival?.HttpStatus, Elapsed(start), arrival?.FinalUrl), arrival?.RetryAfter, left);
        }

        try
        {
            arrival = await new PageNavigator(page, request, Limits, clock).ArriveAsync(limit.Token);
            arrived = page.Document;
            if (arrival.Obstacle is { } obstacle)
                return Unmeasured(obstacle.Status, obstacle.Reason);
            if (await page.WhileAliveAsync(PageSource.ReadAsync(page.Page, Limits), limit.Token) is not { } source)
                return Unmeasured(PageStatus.Failed, PageReasons.TooLarge);
            // Before the checks, which may change the page.
            PageShown shown = await viewer.ReadAsync(page, source, limit.Token);
            PageAudit? audit = await JudgeAsync(page, request, arrival, source, evidence, start, limit.Token, cancellation);
            return audit is not null ? new Try(audit with { Shown = shown }) : Unmeasured(PageStatus.Failed, PageReasons.EngineFailed);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Unmeasured(PageStatus.Failed, arrival is null ? PageReasons.Timeout : PageReasons.EngineFailed);
        }
        // Of the browser, or what a page made of our scripts' answers. Trouble of our own storage is none of the page's: that goes up, and the message comes back.
        catch (Exception e) when (e is PlaywrightException or TimeoutException or JsonException)
        {
            if (page.Loss is null)
                logger.LogWarning(e, "{Url} could not be judged", request.Url);
            return Unmeasured(PageStatus.Failed, PageReasons.EngineFailed);
        }
    }

    /// <summary>
    /// The judgement; null when an engine did not come to one. First as the page arrives, then as those find it who refuse its cookies, then acting on it,
    /// and in the end with what can be opened: whatever that leaves behind, nobody comes after it.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="request">What to look at.</param>
    /// <param name="arrival">How it arrived.</param>
    /// <param name="source">Its source.</param>
    /// <param name="evidence">Where pictures go.</param>
    /// <param name="start">When it began.</param>
    /// <param name="limit">The end of its time.</param>
    /// <param name="stop">The end of everything.</param>
    private async Task<PageAudit?> JudgeAsync(
        BrowserPage page, AuditRequest request, Arrival arrival, PageSource source, IEvidenceStore evidence, long start, CancellationToken limit, CancellationToken stop)
    {
        AskedCheck[] asked = [.. checks.Select(c => Asked(c, request.Regulation)).Where(a => a.Rules.Count > 0)];
        var judgement = new PageJudgement(page, evidence, Limits, clock, logger);
        foreach (AskedCheck check in asked.Where(a => !a.Check.Acts))
        {
            if (!await judgement.TryAsync(check, limit))
                return null;
        }

        await using var states = new StateTour(page, judgement, Limits.States, clock, logger, stop);
        bool disturbed = !await states.RefuseAsync(limit);
        foreach (AskedCheck check in asked.Where(a => a.Check.Acts))
        {
            // What was judged before anybody acted stands. Nobody knows what a check that broke off left behind, so the rules of those after it are untested like its own.
            if (disturbed)
                await judgement.SkipAsync(check, limit);
            else
                disturbed = !await judgement.TryAsync(check, limit);
        }
        if (page.Loss is not null)
            return null;
        await states.OpenAsync(disturbed, limit);

        string? finalUrl = FinalUrl(page, request, arrival);
        return new PageAudit(
            request.Url, finalUrl, source.Title, PageStatus.Audited, null, arrival.HttpStatus, Elapsed(start), judgement.Results,
            new PageEvidence(
                Base32.Hash(Encoding.UTF8.GetBytes(source.Html)), BrowserPage.Viewport.Width, BrowserPage.Viewport.Height, [.. asked.Select(a => a.Check.Engine)], page.BrowserName,
                clock.GetUtcNow()))
        {
            MovedPermanently = finalUrl != request.Url && page.MovedPermanently,
            States = states.Seen,
            Gathered = judgement.Gathered,
        };
    }

    private static AskedCheck Asked(ICheck check, Regulation regulation) =>
        new(check, [.. check.Rules.Select(r => r with { Wcag = [.. r.Wcag.Intersect(regulation.Criteria)] }).Where(r => r.Wcag.Count > 0)]);

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

    private int Elapsed(long start) => (int)clock.GetElapsedTime(start).TotalMilliseconds;

    /// <summary>What one try came to.</summary>
    /// <param name="Audit">The audit.</param>
    /// <param name="RetryAfter">How long the site asks us to wait.</param>
    /// <param name="Left">Whether it failed since the page went elsewhere while it was judged.</param>
    private sealed record Try(PageAudit Audit, TimeSpan? RetryAfter = null, bool Left = false);
}
