using System.Net;
using System.Runtime.CompilerServices;
using CsCheck;
using Microsoft.Security.AntiSSRF;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>A second opinion: whatever Microsoft's AntiSSRF refuses, we refuse.</summary>
public sealed class AntiSsrfTests
{
    private static readonly AntiSSRFPolicy Policy = new(PolicyConfigOptions.ExternalOnlyV1);

    private static readonly IPNetwork[] Ranges =
        [.. EmbeddedData.Read<Row[]>(typeof(PublicAddresses), "address-ranges.data.json").Select(r => r.Range).Concat(Policy.DeniedAddresses).Select(IPNetwork.Parse)];

    private static readonly Gen<IPAddress> Any4 = Gen.Byte.Array[4].Select(b => new IPAddress(b));
    private static readonly Gen<IPAddress> Any6 = Gen.Byte.Array[16].Select(b => new IPAddress(b));

    /// <summary>Just before, at and just behind both ends of every range either of us knows, and anywhere inside.</summary>
    private static readonly Gen<IPAddress> Edges = Gen.Int[0, Ranges.Length - 1].Select(i => Ranges[i]).SelectMany(network => Gen.OneOf(
        Gen.Int[-1, 1].Select(step => Step(network.BaseAddress, step)),
        Gen.Int[-1, 1].Select(step => Step(Fill(network, [.. Enumerable.Repeat((byte)0xFF, 16)]), step)),
        Gen.Byte.Array[16].Select(bytes => Fill(network, bytes))));

    private static readonly string[] Prefixes = ["::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::", "64:ff9b:1::", "2001::", "2620:1ec::5efe:0:0"];

    /// <summary>IPv4 inside IPv6, in every way there is a prefix for.</summary>
    private static readonly Gen<IPAddress> Carried = Gen.Select(
        Gen.Int[0, Prefixes.Length - 1].Select(i => Prefixes[i]),
        Gen.OneOf(Any4, Edges.Where(a => a.GetAddressBytes().Length == 4)),
        (prefix, inner) => new IPAddress([.. IPAddress.Parse(prefix).GetAddressBytes()[..12], .. inner.GetAddressBytes()]));

    [Fact]
    public void Whatever_it_refuses_we_refuse() =>
        Gen.Frequency((2, Any4), (2, Any6), (6, Edges), (3, Carried)).Sample(
            address => Assert.True(Allows(address) || !PublicAddresses.IsPublic(address), $"{address} is refused by AntiSSRF alone"), iter: 200_000);

    [Theory]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:0:127.0.0.1")]
    public void Its_known_gaps_are_none_of_ours(string address)
    {
        Assert.True(Allows(IPAddress.Parse(address)));
        Assert.False(PublicAddresses.IsPublic(IPAddress.Parse(address)));
    }

    [Fact]
    public void It_has_an_opinion_at_all()
    {
        Assert.False(Allows(IPAddress.Loopback));
        Assert.True(Allows(IPAddress.Parse("8.8.8.8")));
    }

    private static bool Allows(IPAddress address) => IsNetworkConnectionAllowed(Policy, [address]);

    // What its handler asks before it connects; asking the handler itself would connect.
    [UnsafeAccessor(UnsafeAccessorKind.Method)]
    private static extern bool IsNetworkConnectionAllowed(AntiSSRFPolicy policy, IPAddress[] addresses);

    private static IPAddress Step(IPAddress address, int step)
    {
        byte[] bytes = address.GetAddressBytes();
        int carry = step;
        for (int i = bytes.Length - 1; i >= 0 && carry != 0; i--)
        {
            int sum = bytes[i] + carry;
            bytes[i] = (byte)sum;
            carry = sum < 0 ? -1 : sum > 255 ? 1 : 0;
        }
        return new IPAddress(bytes);
    }

    /// <summary>An address of the range, its free bits taken from elsewhere.</summary>
    private static IPAddress Fill(IPNetwork network, byte[] free)
    {
        byte[] bytes = network.BaseAddress.GetAddressBytes();
        for (int bit = network.PrefixLength; bit < bytes.Length * 8; bit++)
            bytes[bit / 8] |= (byte)(free[bit / 8] & 0x80 >> bit % 8);
        return new IPAddress(bytes);
    }

    private sealed record Row(string Range, string Name, string Source);
}
