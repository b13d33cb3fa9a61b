using Monitor.Crawlers.Registries.Dns;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Registries.Links;

/// <summary>
/// Looks whether links out of registries answer, reading no more than the beginning. No answer is kept, since each is an observation.
/// </summary>
internal sealed class LinkProbe(PoliteFetcher fetcher, DnsLookup dns)
{
    private readonly PoliteFetcher fetcher = fetcher;
    private static readonly FetchOptions Beginning = new() { Accept = "*/*", MaxBytes = 4096, Truncate = true };

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
                robots[origin] = rules = await probe.fetcher.ReadRobotsAsync(uri, cancellation);
            known[address] = state = rules?.IsAllowed(BotIdentity.ProductToken, address) == true
                ? await probe.StateOfAsync(uri, cancellation)
                : rules is null && await probe.IsGoneAsync(uri, cancellation) ? LinkState.Dead : LinkState.Unknown;
            return state;
        }
    }

    private async Task<LinkState> StateOfAsync(Uri uri, CancellationToken cancellation)
    {
        FetchResult? result = await fetcher.FetchAsync(uri.AbsoluteUri, Beginning, cancellation);
        if (result is { Succeeded: true })
            return LinkState.Answers;
        return result is { Reason: PageReasons.Gone } || (result is { Reason: PageReasons.Dns } && await IsGoneAsync(uri, cancellation))
            ? LinkState.Dead
            : LinkState.Unknown;
    }

    private async Task<bool> IsGoneAsync(Uri uri, CancellationToken cancellation) =>
        uri.HostNameType == UriHostNameType.Dns && await dns.ExistsAsync(uri.IdnHost, cancellation) is RegistryAnswer<bool>.Absent;
}
