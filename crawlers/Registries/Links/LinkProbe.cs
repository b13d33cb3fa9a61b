using Monitor.Crawlers.Registries.Dns;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Registries.Links;

/// <summary>
/// Looks whether links out of registries answer: through the outbound guard, by robots.txt, in turn with everything else that we ask of a host,
/// and reading no more than the beginning. No answer is kept, since each is an observation.
/// </summary>
internal sealed class LinkProbe(WebFetcher fetcher, IHostSlots slots, IRobotsCache cache, DnsLookup dns, TimeProvider clock)
{
    /// <summary>The longest wait for a host's turn; a host that is busy longer, with a scan, is asked another night.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly FetchOptions Beginning = new() { Accept = "*/*", MaxBytes = 4096, Truncate = true };
    private static readonly FetchOptions Robots = new() { Accept = "text/plain,*/*;q=0.1", MaxBytes = RobotsTxt.MaxBytes, Truncate = true, MaxRedirects = 5 };

    /// <summary>Begins a look at the links of one body: what it learns of a host's robots.txt holds for its whole.</summary>
    public Look Begin() => new(this);

    /// <summary>One look at the links of one body.</summary>
    internal sealed class Look(LinkProbe probe)
    {
        private readonly Dictionary<string, RobotsTxt?> robots = [];
        private readonly Dictionary<string, LinkState> known = [];

        /// <summary>Looks at one link; one seen before is not fetched again.</summary>
        public async Task<LinkState> AtAsync(string address, CancellationToken cancellation)
        {
            if (known.TryGetValue(address, out LinkState state))
                return state;
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) || uri.Scheme is not ("http" or "https"))
                return LinkState.Unknown;

            string origin = Origin.Of(uri).ToString();
            if (!robots.TryGetValue(origin, out RobotsTxt? rules))
                robots[origin] = rules = await probe.ReadRobotsAsync(origin, cancellation);
            known[address] = state = rules?.IsAllowed(BotIdentity.ProductToken, address) == true
                ? await probe.StateOfAsync(uri, cancellation)
                : rules is null && await probe.IsGoneAsync(uri, cancellation) ? LinkState.Dead : LinkState.Unknown;
            return state;
        }
    }

    private async Task<LinkState> StateOfAsync(Uri uri, CancellationToken cancellation)
    {
        FetchResult? result = await FetchAsync(uri.AbsoluteUri, Beginning, cancellation);
        if (result is { Succeeded: true })
            return LinkState.Answers;
        return result is { Reason: PageReasons.Gone } || (result is { Reason: PageReasons.Dns } && await IsGoneAsync(uri, cancellation))
            ? LinkState.Dead
            : LinkState.Unknown;
    }

    private async Task<bool> IsGoneAsync(Uri uri, CancellationToken cancellation) =>
        uri.HostNameType == UriHostNameType.Dns && await dns.ExistsAsync(uri.IdnHost, cancellation) is RegistryAnswer<bool>.Absent;

    /// <summary>The rules of an origin; null when they could not be had, so that nothing there may be fetched (RFC 9309 section 2.3.1.4).</summary>
    private async Task<RobotsTxt?> ReadRobotsAsync(string origin, CancellationToken cancellation)
    {
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

    private async Task<FetchResult?> FetchAsync(string address, FetchOptions options, CancellationToken cancellation)
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
