using System.Net;
using System.Net.Sockets;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>Tells public addresses from those that lead inside: every special-purpose range of IANA, with its source, is data.</summary>
public static class PublicAddresses
{
    private static readonly IPNetwork[] Special =
        [.. EmbeddedData.Read<SpecialRange[]>(typeof(PublicAddresses), "address-ranges.data.json").Select(r => IPNetwork.Parse(r.Range))];

    /// <summary>Whether the address is a public one, IPv4 addresses carried inside IPv6 ones considered.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return !IsSpecial(address);
        return address.AddressFamily == AddressFamily.InterNetworkV6
            && address.ScopeId == 0
            // The whole range is special; IPNetwork would look at the IPv4 address inside instead.
            && !address.IsIPv4MappedToIPv6
            && !IsSpecial(address)
            && (CarriedByIsatap(address) is not { } carried || !IsSpecial(carried));
    }

    private static bool IsSpecial(IPAddress address) => Special.Any(range => range.Contains(address));

    /// <summary>ISATAP (RFC 5214 section 6.1) puts an IPv4 address behind <c>0000:5efe</c> or <c>0200:5efe</c> under any prefix.</summary>
    private static IPAddress? CarriedByIsatap(IPAddress address)
    {
        byte[] bytes = address.GetAddressBytes();
        return bytes[8] is 0x00 or 0x02 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe ? new IPAddress(bytes.AsSpan(12)) : null;
    }

    private sealed record SpecialRange(string Range, string Name, string Source);
}
