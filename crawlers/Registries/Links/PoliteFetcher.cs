using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Registries.Links;

/// <summary>
/// Fetches single pages out of data for a check: through the outbound guard, by robots.txt, and in turn with everything else that we ask of a host.
/// </summary>
internal sealed class PoliteFetcher(WebFetcher fetcher, IHostSlots slots, IRobotsCache cache, TimeProvider clock)
{
    /// <summary>The longest wait for a host's turn; a host that is busy longer, with a scan, is asked another night.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly FetchOptions Robots = new() { Accept = "text/plain,*/*;q=0.1", MaxBytes = RobotsTxt.MaxBytes, Truncate = true, MaxRedirects = 5 };

    /// <summary>Fetches in the host's turn; null when it had none for us.</summary>
    public async Task<FetchResult?> FetchAsync(string address, FetchOptions options, CancellationToken cancellation)
    {
        if (await TakeTurnAsync(address, cancellation) is not { } slot)
            return null;
        try
        {
            FetchResult result = await fetcher.FetchAsync(address, options, cancellation);
            await slots.NoteAsync(address, HostAnswer.Of(result), cancellation);
            return result;
        }
        finally
        {
            await slots.ReleaseAsync(slot, TimeSpan.Zero, CancellationToken.None);
        }
    }

    /// <summary>The rules of an address' origin; null when they could not be had, so that nothing there may be fetched (RFC 9309 section 2.3.1.4).</summary>
    public async Task<RobotsTxt?> ReadRobotsAsync(Uri address, CancellationToken cancellation)
    {
        string origin = Origin.Of(address).ToString();
        if (await cache.FindAsync(origin, cancellation) is { } known)
            return RobotsTxt.Parse(known);
        FetchResult? result = await FetchAsync(origin + "/robots.txt", Robots, cancellation);
        string? text = result is { Succeeded: true }
            ? System.Text.Encoding.UTF8.GetString(result.Body.Span)
            : result?.Reason is PageReasons.Gone or PageReasons.Refused or PageReasons.ClientError ? "" : null;
        if (text is null)
            return null;
        await cache.KeepAsync(origin, text, cancellation);
        return RobotsTxt.Parse(text);
    }

    private async Task<HostSlot?> TakeTurnAsync(string address, CancellationToken cancellation)
    {
        long started = clock.GetTimestamp();
        while (true)
        {
            SlotAnswer answer = await slots.TryAcquireAsync(address, "registry links", cancellation);
            if (answer.Slot is not null)
                return answer.Slot;
            if (answer.Refusal is not null || clock.GetElapsedTime(started) + answer.RetryAfter > LongestWait)
                return null;
            await Task.Delay(answer.RetryAfter, clock, cancellation);
        }
    }
}
