using Microsoft.Extensions.Options;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Documents.Pdf;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Documents;

/// <summary>Looks at documents: fetches one as the crawl fetches pages, reads it and judges it. No browser is needed.</summary>
public sealed class DocumentAuditor(WebFetcher fetcher, IOptions<ScanSettings> settings, IOptions<CrawlSettings> crawl, TimeProvider clock)
{
    private readonly PdfReader reader = new(clock);
    private readonly FetchOptions options = new() { MaxRedirects = 0, MaxBytes = new PdfLimits().Bytes, Accept = "application/pdf,*/*;q=0.1" };

    /// <summary>Looks at one; once more where it could not be had for a reason that may pass.</summary>
    public async Task<PageAudit> AuditAsync(AuditRequest request, CancellationToken cancellation)
    {
        (PageAudit audit, TimeSpan? asked) = await TryAsync(request, cancellation);
        if (AnswerJudge.WaitBeforeRetry(audit, asked, TimeSpan.FromSeconds(settings.Value.HostDelaySeconds), request.MayWait) is not { } wait)
            return audit;
        await Task.Delay(wait, clock, cancellation);
        return (await TryAsync(request, cancellation)).Audit;
    }

    private async Task<(PageAudit Audit, TimeSpan? RetryAfter)> TryAsync(AuditRequest request, CancellationToken cancellation)
    {
        long start = clock.GetTimestamp();
        (FetchResult? answer, Obstacle? obstacle, bool permanent) = await FetchAsync(request, cancellation);
        if (obstacle is null && answer is not null)
        {
            PdfReading reading = await reader.ReadAsync(answer.Body, cancellation);
            obstacle = reading.Problem is { } problem ? Judge(problem) : null;
            if (reading.Facts is { } facts)
            {
                request.Tried?.Invoke(HostAnswer.Of(answer));
                return (Judge(request, answer, facts, permanent, start), null);
            }
        }
        request.Tried?.Invoke(answer is null ? new HostAnswer(obstacle!.Reason) : HostAnswer.Of(answer));
        return (PageAudit.Unmeasured(request.Url, obstacle!.Status, obstacle.Reason, answer?.HttpStatus, Elapsed(start), answer?.FinalUrl), answer?.RetryAfter);
    }

    /// <summary>The answer behind all redirects, each of which must stay in scope and be allowed.</summary>
    private async Task<(FetchResult? Answer, Obstacle? Obstacle, bool Permanent)> FetchAsync(AuditRequest request, CancellationToken cancellation)
    {
        string url = request.Url;
        bool permanent = true;
        for (int hops = 0; ; hops++)
        {
            if (request.Scope is { } scope && scope.Follow(url) is null)
                return (null, new Obstacle(PageStatus.Skipped, PageReasons.OutOfScope), permanent);
            if (request.Allowed is { } allowed && !allowed(new Uri(url)))
                return (null, new Obstacle(PageStatus.Skipped, PageReasons.RobotsDisallowed), permanent);
            FetchResult answer = await fetcher.FetchAsync(url, options, cancellation);
            if (answer.RedirectTo is not { } target)
                return (answer, answer.Reason is { } reason ? Judge(reason) : null, permanent);
            if (hops == crawl.Value.MaxRedirects)
                return (answer, new Obstacle(PageStatus.Failed, PageReasons.Redirects), permanent);
            permanent &= answer.HttpStatus is 301 or 308;
            url = target;
        }
    }

    private static Obstacle Judge(string reason) => new(
        reason switch
        {
            PageReasons.Gone or PageReasons.TooLarge => PageStatus.Skipped,
            PageReasons.Refused or PageReasons.Throttled or PageReasons.Challenged => PageStatus.Blocked,
            _ => PageStatus.Failed,
        },
        reason);

    private static Obstacle Judge(PdfProblem problem) => new(
        PageStatus.Skipped,
        problem switch
        {
            PdfProblem.NotPdf => PageReasons.NotDocument,
            PdfProblem.TooLarge => PageReasons.TooLarge,
            _ => PageReasons.Unreadable,
        });

    private PageAudit Judge(AuditRequest request, FetchResult answer, PdfFacts facts, bool permanent, long start)
    {
        DateTimeOffset now = clock.GetUtcNow();
        PublicationAge age = PublicationDates.Judge(facts.Dates, answer.LastModified, DateOnly.FromDateTime(now.UtcDateTime));
        var judge = new DocumentJudge(facts, age);
        RuleResult[] results =
        [
            .. DocumentRules.All.Select(r => r with { Wcag = [.. r.Wcag.Intersect(request.Regulation.Criteria)] })
                .Where(r => r.Wcag.Count > 0)
                .Select(r => Result(r, judge, Describe(facts))),
        ];
        string finalUrl = CanonicalUrl.TryCreate(answer.FinalUrl, null, out string canonical) && CanonicalUrl.DedupeKey(canonical) != CanonicalUrl.DedupeKey(request.Url)
            ? canonical
            : request.Url;
        var evidence = new PageEvidence(Base32.Hash(answer.Body.Span), 0, 0, DocumentRules.Engines, null, now);
        return new PageAudit(request.Url, finalUrl, Shorten(facts.Title), PageStatus.Audited, null, answer.HttpStatus, Elapsed(start), results, evidence)
        {
            MovedPermanently = finalUrl != request.Url && permanent,
        };
    }

    private static RuleResult Result(CheckRule rule, DocumentJudge judge, string snippet)
    {
        Verdict? verdict = judge.Judge(rule.Id);
        Outcome outcome = verdict?.Outcome ?? Outcome.Inapplicable;
        bool found = outcome is Outcome.Failed or Outcome.CantTell;
        return new RuleResult(
            CheckIds.Documents, rule.Id, rule.Version, outcome, rule.Wcag, found ? DocumentRules.ImpactOf(rule.Id) : null, rule.Texts.En,
            found ? [new ElementResult(outcome, DocumentRules.FingerprintOf(rule.Id), "document", snippet, null, null, verdict!.Message, null)] : [])
        {
            Incomplete = judge.IsIncomplete(rule.Id),
        };
    }

    private static string Describe(PdfFacts facts) =>
        string.Join(", ", new string?[]
        {
            "PDF",
            facts.Pages == 1 ? "1 page" : $"{facts.Pages} pages",
            facts.Dates.Count > 0 ? $"last dated {facts.Dates.Max():yyyy-MM-dd}" : null,
        }.OfType<string>());

    private static string? Shorten(string? title) => title is { Length: > 300 } ? title[..300] : title;

    private int Elapsed(long start) => (int)clock.GetElapsedTime(start).TotalMilliseconds;
}
