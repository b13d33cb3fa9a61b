using System.Collections.Concurrent;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>
/// Keeps a site as it is while checks act on one of its pages: whatever they set off, no request but GET and HEAD leaves the browser, no document is left or
/// loaded in the place of another, nothing is sent by sockets or beacons, no window opens. What was held back is counted.
/// It stays up until the page is dropped.
/// </summary>
internal sealed class ActingGuard
{
    private static readonly string Script = EmbeddedScript.Read(typeof(ActingGuard), "guard.js");
    private readonly IPage page;
    private readonly ConcurrentQueue<string> departures = new();
    private int refused;

    private ActingGuard(IPage page) => this.page = page;

    /// <summary>Requests refused for their method (RFC 9110, section 9.2.1: all but the safe ones).</summary>
    public int Refused => refused;

    /// <summary>Addresses that a document of the page was about to be left for, in order.</summary>
    public IReadOnlyList<string> Departures => [.. departures];

    /// <summary>Puts a page under guard, once.</summary>
    public static Task<ActingGuard> OfAsync(PageProbes probes, CancellationToken cancellation) => probes.AskAsync(new Raising(), cancellation);

    /// <summary>Windows that were about to open so far.</summary>
    public async Task<int> CountOpenedAsync()
    {
        int opened = 0;
        foreach (IFrame frame in page.Frames)
            opened += await TryAsync(() => frame.EvaluateAsync<int>("() => self[Symbol.for('monitor.guard')]?.opened ?? 0"));
        return opened;
    }

    private async Task RaiseAsync()
    {
        await page.Context.RouteAsync("**/*", JudgeAsync);
        string call = $"({Script})()";
        await page.AddInitScriptAsync(call);
        page.Worker += (_, worker) => _ = TryAsync(() => worker.EvaluateAsync<int>(call + ", 0"));
        foreach (IFrame frame in page.Frames)
            await TryAsync(() => frame.EvaluateAsync<int>($"() => {{ {call}; return 0; }}"));
        foreach (IWorker worker in page.Workers)
            await TryAsync(() => worker.EvaluateAsync<int>(call + ", 0"));
    }

    private async Task JudgeAsync(IRoute route)
    {
        IRequest request = route.Request;
        bool leaves = request.IsNavigationRequest && !IsFirstOfFrame(request);
        bool safe = request.Method is "GET" or "HEAD";
        if (leaves)
            departures.Enqueue(request.Url);
        if (!safe)
            Interlocked.Increment(ref refused);
        try
        {
            // To an answer without content a browser stays where it is (RFC 9110, section 15.3.5); an aborted navigation might show an error page instead.
            if (leaves)
                await route.FulfillAsync(new RouteFulfillOptions { Status = 204 });
            else if (!safe)
                await route.AbortAsync("blockedbyclient");
            else
                await route.ContinueAsync();
        }
        catch (PlaywrightException)
        {
            // The page went first.
        }
    }

    private static bool IsFirstOfFrame(IRequest request)
    {
        try
        {
            return request.Frame is { ParentFrame: not null, Url: "" or "about:blank" };
        }
        catch (PlaywrightException)
        {
            return false; // Of a window that is just opening.
        }
    }

    private static async Task<int> TryAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (PlaywrightException)
        {
            return 0; // The frame or worker is gone.
        }
    }

    private sealed class Raising : IProbe<ActingGuard>
    {
        public bool Lasts => true;

        public async Task<ActingGuard> MeasureAsync(IPage page, CancellationToken cancellation)
        {
            var guard = new ActingGuard(page);
            await guard.RaiseAsync().WaitAsync(cancellation);
            return guard;
        }
    }
}
