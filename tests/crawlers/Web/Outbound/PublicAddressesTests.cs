using System.Net;
using System.Numerics;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

public sealed class PublicAddressesTests
{
    private sealed record RangeRow(string Range, string Name, string Source);

    private static readonly RangeRow[] Ranges = EmbeddedData.Read<RangeRow[]>(typeof(PublicAddresses), "address-ranges.data.json");

    public static TheoryData<string> RangeTexts => [.. Ranges.Select(r => r.Range)];

    [Theory, MemberData(nameof(RangeTexts))]
    public void The_first_and_the_last_address_of_every_special_range_are_not_public(string range)
    {
        IPNetwork network = IPNetwork.Parse(range);
        Assert.False(PublicAddresses.IsPublic(network.BaseAddress));
        Assert.False(PublicAddresses.IsPublic(Add(network.BaseAddress, Size(network) - 1)));
    }

    [Theory, MemberData(nameof(RangeTexts))]
    public void The_neighbours_of_a_range_are_public_unless_another_range_holds_them(string range)
    {
        IPNetwork network = IPNetwork.Parse(range);
        BigInteger first = Number(network.BaseAddress);
        BigInteger count = BigInteger.One << (network.BaseAddress.GetAddressBytes().Length * 8);
        foreach (BigInteger neighbour in new[] { first - 1, first + Size(network) }.Where(n => n >= 0 && n < count))
        {
            IPAddress address = Add(network.BaseAddress, neighbour - first);
            bool special = Ranges.Any(r => IPNetwork.Parse(r.Range).Contains(address));
            Assert.Equal(!special, PublicAddresses.IsPublic(address));
        }
    }

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.15.255.255")]
    [InlineData("2620:1ec:bdf::69")]
    [InlineData("2001:67c:2960::1")]
    public void An_ordinary_address_is_public(string address) => Assert.True(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("::ffff:0:127.0.0.1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("64:ff9b:1::10.0.0.1")]
    [InlineData("2002:a9fe:a9fe::")]
    [InlineData("2001:0:0:0:0:0:5601:5601")]
    [InlineData("2620:1ec:bdf::5efe:127.0.0.1")]
    [InlineData("2620:1ec:bdf::200:5efe:10.0.0.1")]
    public void An_address_that_carries_another_inside_is_not_public(string address) => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));

    [Fact]
    public void A_scoped_address_is_not_public() => Assert.False(PublicAddresses.IsPublic(IPAddress.Parse("2620:1ec:bdf::69%1")));

    [Fact]
    public void Every_range_names_its_source() => Assert.All(Ranges, r => Assert.StartsWith("https://", r.Source));

    private static BigInteger Number(IPAddress address) => new(address.GetAddressBytes(), isUnsigned: true, isBigEndian: true);

    private static BigInteger Size(IPNetwork network) => BigInteger.One << (network.BaseAddress.GetAddressBytes().Length * 8 - network.PrefixLength);

    private static IPAddress Add(IPAddress address, BigInteger offset)
    {
        int length = address.GetAddressBytes().Length;
        byte[] bytes = (Number(address) + offset).ToByteArray(isUnsigned: true, isBigEndian: true);
        byte[] whole = new byte[length];
        bytes.CopyTo(whole, length - bytes.Length);
        return new IPAddress(whole);
    }
}
