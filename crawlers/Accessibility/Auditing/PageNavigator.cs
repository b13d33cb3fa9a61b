using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Web.Egress;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>
/// Brings a page to where it can be judged. Ready means loaded and a short quiet DOM, never a quiet network: pages that poll would never be.
/// </summary>
internal sealed class PageNavigator(BrowserPage browserPage, AuditRequest request, AuditLimits limits, TimeProvider clock)
{
    private const string Markup = "({ links, most }) => document.links.length < links ? document.documentElement.outerHTML.slice(0, most) : ''";
    private static readonly string[] HtmlTypes = ["text/html", "application/xhtml+xml"];

    private IPage Page => browserPage.Page;

    /// <summary>Goes there and waits until the page is ready.</summary>
    /// <exception cref="PlaywrightException">The page crashed.</exception>
    /// <exception cref="OperationCanceledException">It took too long in all.</exception>
    public async Task<Arrival> ArriveAsync(CancellationToken cancellation)
    {
        try
        {
            await browserPage.WhileAliveAsync(
                Page.GotoAsync(request.Url, new PageGotoOptions { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = (float)limits.Navigation.TotalMilliseconds }), cancellation);
        }
        catch (TimeoutException)
        {
            return Unanswered(PageStatus.Failed, PageReasons.Timeout);
        }
        catch (PlaywrightException e) when (browserPage.Loss is null && !NavigationFailure.Superseded(e.Message, Page.Url))
        {
            return await NotArrivedAsync(e.Message, cancellation);
        }
        catch (PlaywrightException) when (browserPage.Loss is null)
        {
            // The page sent itself elsewhere before it was parsed; the loop below goes after it.
        }

        Arrival? arrival = await JudgeAsync(cancellation);
        for (int moves = 0; arrival is null or { Obstacle: null }; moves++)
        {
            string? judged = arrival?.FinalUrl;
            if (!await TrySettleAsync(cancellation))
                return Unanswered(PageStatus.Failed, PageReasons.Redirects);
            // The page may have gone elsewhere by itself meanwhile.
            arrival = await JudgeAsync(cancellation);
            if (arrival is not null && arrival.FinalUrl == judged)
                break;
            if (moves == limits.Moves)
                return Unanswered(PageStatus.Failed, PageReasons.Redirects);
        }
        return arrival;
    }

    /// <summary>Waits until the page rests; false when it went elsewhere by itself and came to no document that could be parsed.</summary>
    private async Task<bool> TrySettleAsync(CancellationToken cancellation)
    {
        try
        {
            await browserPage.WhileAliveAsync(Page.WaitForLoadStateAsync(LoadState.Load, Within(limits.Load)), cancellation);
        }
        catch (TimeoutException)
        {
            // A picture or a frame that never comes keeps nobody from reading the page.
        }
        try
        {
            await browserPage.WhileAliveAsync(QuietDom.WaitAsync(Page, limits.Quiet, limits.QuietAtMost), cancellation);
            return true;
        }
        catch (PlaywrightException) when (browserPage.Loss is null)
        {
            // It navigated by itself: wait for where it went.
        }
        try
        {
            await browserPage.WhileAliveAsync(Page.WaitForLoadStateAsync(LoadState.DOMContentLoaded, Within(limits.Navigation)), cancellation);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    private static PageWaitForLoadStateOptions Within(TimeSpan limit) => new() { Timeout = (float)limit.TotalMilliseconds };

    /// <summary>What the page is now; null when it goes elsewhere at this very moment.</summary>
    private async Task<Arrival?> JudgeAsync(CancellationToken cancellation)
    {
        IResponse? answer = browserPage.Document;
        string finalUrl = Page.Url;
        Arrival With(PageStatus status, string reason) => new(finalUrl, answer?.Status, new Obstacle(status, reason));

        // Chromium's own error page is HTML too, and so is about:blank: neither is the site's.
        if (finalUrl.StartsWith("chrome-error:", StringComparison.Ordinal))
            return await NotArrivedAsync(browserPage.FailedDocument?.Failure ?? "", cancellation);
        if (!Uri.TryCreate(finalUrl, UriKind.Absolute, out Uri? final) || final.Scheme is not ("http" or "https"))
            return With(PageStatus.Skipped, PageReasons.OutOfScope);
        if (request.Scope is { } scope && scope.Follow(final.AbsoluteUri) is null)
            return With(PageStatus.Skipped, PageReasons.OutOfScope);
        // What is fetched is what robots.txt speaks of, not what a script makes of the address.
        if (request.Allowed is { } allowed && !allowed(answer is null ? final : new Uri(answer.Url)))
            return With(PageStatus.Skipped, PageReasons.RobotsDisallowed);
        if (answer is not null && await RefusedByProxyAsync(answer, cancellation) is { } refusal)
            return With(PageStatus.Failed, refusal);
        if (answer is not null && await IsChallengeAsync(cancellation))
            return new Arrival(finalUrl, answer.Status, AnswerJudge.Challenge);
        if (answer is not null && await JudgeAsync(answer, finalUrl, cancellation) is { } judged)
            return judged;

        string type;
        try
        {
            type = await browserPage.WhileAliveAsync(Page.EvaluateAsync<string>("document.contentType"), cancellation);
        }
        catch (PlaywrightException) when (browserPage.Loss is null)
        {
            return null;
        }
        // Asked of the next document already: what was judged above is another one.
        if (browserPage.Document != answer)
            return null;
        return HtmlTypes.Contains(type) ? new Arrival(finalUrl, answer?.Status, null) : With(PageStatus.Skipped, PageReasons.NotHtml);
    }

    private async Task<Arrival> NotArrivedAsync(string message, CancellationToken cancellation)
    {
        // An error status without a body is shown as Chromium's own error page; the answer came all the same.
        if (browserPage.Document is { } answer && browserPage.FailedDocument?.Url is var failed && (failed is null || failed == answer.Url))
        {
            if (await RefusedByProxyAsync(answer, cancellation) is { } refusal)
                return new Arrival(answer.Url, answer.Status, new Obstacle(PageStatus.Failed, refusal));
            if (await JudgeAsync(answer, answer.Url, cancellation) is { } judged)
                return judged;
        }

        Uri asked = new(browserPage.FailedDocument?.Url ?? request.Url);
        if (request.Scope is { } scope && scope.Follow(asked.AbsoluteUri) is null)
            return Unanswered(PageStatus.Skipped, PageReasons.OutOfScope);
        string reason = NavigationFailure.AtProxy(message) ? browserPage.FailureOf(asked.AbsoluteUri) ?? PageReasons.Connection : NavigationFailure.ReasonOf(message);
        return Unanswered(reason == PageReasons.NotHtml ? PageStatus.Skipped : PageStatus.Failed, reason);
    }

    /// <summary>Where an answer's status keeps the page from being judged; null where it does not.</summary>
    private async Task<Arrival?> JudgeAsync(IResponse answer, string finalUrl, CancellationToken cancellation)
    {
        TimeSpan? wait = RetryAfter.Read(await browserPage.WhileAliveAsync(answer.HeaderValueAsync("retry-after"), cancellation), clock.GetUtcNow());
        Obstacle? obstacle = ChallengePage.IsAnnounced(name => answer.Headers.GetValueOrDefault(name))
            ? AnswerJudge.Challenge
            : AnswerJudge.Judge(answer.Status, wait is not null);
        return obstacle is null ? null : new Arrival(finalUrl, answer.Status, obstacle) { RetryAfter = wait };
    }

    private async Task<bool> IsChallengeAsync(CancellationToken cancellation)
    {
        try
        {
            var few = new { links = ChallengePage.LinksOfASite, most = ChallengePage.MostCharacters };
            return ChallengePage.Is(await browserPage.WhileAliveAsync(Page.EvaluateAsync<string>(Markup, few), cancellation));
        }
        catch (PlaywrightException) when (browserPage.Loss is null)
        {
            // It goes elsewhere at this very moment, and is looked at again there.
            return false;
        }
    }

    private Arrival Unanswered(PageStatus status, string reason) =>
        new(browserPage.Document?.Url, browserPage.Document?.Status, new Obstacle(status, reason));

    /// <summary>Over plain HTTP the proxy answers in the site's place, and marks it. A site could send the mark as well, so the reason is the proxy's own.</summary>
    private async Task<string?> RefusedByProxyAsync(IResponse answer, CancellationToken cancellation) =>
        answer.Status >= 400 && await browserPage.WhileAliveAsync(answer.HeaderValueAsync(EgressProxy.ReasonHeader), cancellation) is not null
            ? browserPage.FailureOf(answer.Url)
            : null;
}
