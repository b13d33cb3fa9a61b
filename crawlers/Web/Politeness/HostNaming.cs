using System.Net;
using Monitor.Crawlers.Web.Outbound;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Names what a host's turn is taken at: its registrable domain, and every address behind its name, since many sites share one server.</summary>
public sealed class HostNaming(OutboundGuard guard)
{
    // Names with more addresses are those of content networks; the lowest stand for all, and are the same for whoever asks.
    private const int MostAddresses = 8;

    /// <summary>The registrable domain of a host; an address, or a name that is a public suffix, is its own.</summary>
    public static string DomainOf(string host) =>
        HostNames.TryReadAddress(host, out _) ? host : RegistrableDomain.Of(host) ?? host;

    /// <summary>
    /// The addresses behind a URL, resolved now and through the guard; none for a URL that is an address itself, does not resolve or is refused,
    /// where no connection will come about either.
    /// </summary>
    public async Task<IReadOnlyList<string>> AddressesOfAsync(string url, CancellationToken cancellation)
    {
        if (!guard.TryAccept(url, out OutboundDestination? destination) || destination.Address is not null)
            return [];
        IReadOnlyList<IPAddress> addresses = await guard.ResolveAsync(destination, cancellation);
        return [.. addresses.Select(Plain).Distinct().Order(StringComparer.Ordinal).Take(MostAddresses)];
    }

    // A scope names a way out of this machine, not another server.
    private static string Plain(IPAddress address) =>
        (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : new IPAddress(address.GetAddressBytes())).ToString();
}
