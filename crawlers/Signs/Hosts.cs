using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;

namespace Monitor.Crawlers.Signs;

/// <summary>Which hosts belong together.</summary>
internal static class Hosts
{
    /// <summary>The host of an absolute address.</summary>
    public static string Of(string url) => new Uri(url).IdnHost;

    /// <summary>Whether a host is a domain or lies below it.</summary>
    public static bool IsBelow(string host, string domain) => host == domain || host.EndsWith('.' + domain, StringComparison.Ordinal);

    /// <summary>Whether two hosts were registered by one and the same: they share a registrable domain. Addresses share nothing.</summary>
    public static bool AreOne(string host, string other) =>
        host == other || (!HostNames.EndsInNumber(host) && RegistrableDomain.Of(host) is { } domain && domain == RegistrableDomain.Of(other));
}
