using System.Net;
using Monitor.Crawlers.Web.Outbound;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>
/// Every row of the two registries as they stood in October 2025, those inside a larger one included: written down anew here,
/// so that a row missing in our own data is noticed.
/// https://www.iana.org/assignments/iana-ipv4-special-registry/ and https://www.iana.org/assignments/iana-ipv6-special-registry/
/// </summary>
public sealed class IanaRegistryTests
{
    public static TheoryData<string> Rows =>
    [
        "0.0.0.0/8", "0.0.0.0/32", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.0.0/29",
        "192.0.0.8/32", "192.0.0.9/32", "192.0.0.10/32", "192.0.0.170/32", "192.0.0.171/32", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24",
        "192.88.99.0/24", "192.88.99.2/32", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
        "255.255.255.255/32",
        "::1/128", "::/128", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "100:0:0:1::/64", "2001::/23", "2001::/32", "2001:1::1/128",
        "2001:1::2/128", "2001:1::3/128", "2001:2::/48", "2001:3::/32", "2001:4:112::/48", "2001:10::/28", "2001:20::/28", "2001:30::/28", "2001:db8::/32",
        "2002::/16", "2620:4f:8000::/48", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10",
    ];

    /// <summary>What lies on either side of a special range and is in none itself.</summary>
    public static TheoryData<string> Neighbours =>
    [
        "1.0.0.0", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255", "128.0.0.0", "168.63.129.15", "168.63.129.17",
        "169.253.255.255", "169.255.0.0", "172.15.255.255", "172.32.0.0", "191.255.255.255", "192.0.1.0", "192.0.1.255", "192.0.3.0", "192.31.195.255",
        "192.31.197.0", "192.52.192.255", "192.52.194.0", "192.88.98.255", "192.88.100.0", "192.167.255.255", "192.169.0.0", "192.175.47.255", "192.175.49.0",
        "198.17.255.255", "198.20.0.0", "198.51.99.255", "198.51.101.0", "203.0.112.255", "203.0.114.0", "223.255.255.255",
        "2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2001:200::", "2001:db7:ffff:ffff:ffff:ffff:ffff:ffff", "2001:db9::",
        "2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "2003::", "2620:4f:7fff:ffff:ffff:ffff:ffff:ffff", "2620:4f:8001::",
        "3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "3fff:1000::",
    ];

    [Theory, MemberData(nameof(Rows))]
    public void No_address_of_a_registered_range_is_public(string row)
    {
        IPNetwork network = IPNetwork.Parse(row);
        Assert.False(PublicAddresses.IsPublic(network.BaseAddress));
        Assert.False(PublicAddresses.IsPublic(LastOf(network)));
        Assert.False(Accepts(network.BaseAddress));
        Assert.False(Accepts(LastOf(network)));
    }

    [Theory, MemberData(nameof(Neighbours))]
    public void What_lies_beside_a_range_is_public(string address)
    {
        Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));
        Assert.True(Accepts(IPAddress.Parse(address)));
    }

    private static bool Accepts(IPAddress address) => Guards.Create().TryAccept(new UriBuilder("http", address.ToString()).Uri.AbsoluteUri, out _);

    private static IPAddress LastOf(IPNetwork network)
    {
        byte[] bytes = network.BaseAddress.GetAddressBytes();
        for (int bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)(0x80 >> bit % 8);
        return new IPAddress(bytes);
    }
}
