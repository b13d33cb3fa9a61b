using System.Globalization;
using System.Net;
using CsCheck;
using Monitor.Crawlers.Web.Outbound;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>One address has a hundred spellings; what leads inside does so in none of them.</summary>
public sealed class NotationTests
{
    public static TheoryData<string> Inside =>
        ["127.0.0.1", "127.255.255.254", "10.0.0.1", "172.16.0.1", "192.168.0.1", "169.254.169.254", "168.63.129.16", "100.100.100.200", "0.0.0.0", "192.0.0.192"];

    [Theory, MemberData(nameof(Inside))]
    public void No_notation_of_an_inside_address_is_accepted(string address)
    {
        OutboundGuard guard = Guards.Create();
        string[] hosts = [.. Dotted(address), .. Embedded(IPAddress.Parse(address))];

        Assert.DoesNotContain(hosts, h => guard.TryAccept($"http://{h}/", out _));
        Assert.DoesNotContain(hosts, h => guard.TryAccept($"https://{h}:8443/a?b#c", out _));
        Assert.DoesNotContain(hosts, h => guard.TryAcceptTunnel(h, 443, out _));
        Assert.DoesNotContain(hosts, h => LinkResolver("//" + h + "/") is { } uri && guard.TryAccept(uri, out _));
    }

    [Fact]
    public void A_public_address_carried_inside_another_is_none_we_go_to()
    {
        OutboundGuard guard = Guards.Create();
        Assert.DoesNotContain(Embedded(IPAddress.Parse("8.8.8.8")), h => !h.Contains("5efe", StringComparison.OrdinalIgnoreCase) && guard.TryAccept($"http://{h}/", out _));
    }

    [Fact]
    public void Whatever_spelling_of_an_ipv4_address_is_accepted_leads_to_a_public_one() => Gen.UInt.Sample(number =>
    {
        var address = new IPAddress(BitConverter.IsLittleEndian ? BitConverter.GetBytes(number).Reverse().ToArray() : BitConverter.GetBytes(number));
        OutboundGuard guard = Guards.Create();
        foreach (string host in Dotted(address.ToString()))
        {
            if (guard.TryAccept($"http://{host}/", out OutboundDestination? destination))
                Assert.True(PublicAddresses.IsPublic(address) && destination.Address is { } read && read.Equals(address), $"{host} is {destination.Host}");
        }
    }, iter: 300);

    [Fact]
    public void No_text_makes_the_guard_throw_or_accept_what_its_rules_forbid() =>
        Gen.OneOf(
            Gen.String,
            Gen.String[Gen.Char["ab.-:0x127%[]@/\\æ。１①\u00AD\u200Bﬀ\t\n#?"], 0, 24],
            Gen.String[Gen.Char["0123456789abcdefxX.:%[]"], 0, 40]).Sample(text =>
        {
            OutboundGuard guard = Guards.Create();
            foreach (string url in new[] { text, "http://" + text, "https://" + text + "/", "http://" + text + ":8080/" })
            {
                if (!guard.TryAccept(url, out OutboundDestination? destination))
                    continue;
                Assert.Contains(destination.Port, new[] { 80, 443, 8080, 8443 });
                Assert.True(destination.Address is { } address ? PublicAddresses.IsPublic(address) : HostNames.IsPublicName(destination.Host), url);
            }
            guard.TryAcceptTunnel(text, 443, out _);
        }, iter: 20_000);

    private static Uri? LinkResolver(string link) =>
        Crawlers.Web.LinkResolver.TryResolve(link, "http://www.eksempel.no/", out Uri? uri) ? uri : null;

    /// <summary>What inet_aton, browsers and .NET between them read as this address.</summary>
    private static IEnumerable<string> Dotted(string address)
    {
        byte[] b = IPAddress.Parse(address).GetAddressBytes();
        uint whole = (uint)(b[0] << 24 | b[1] << 16 | b[2] << 8 | b[3]);
        uint three = whole & 0xFFFFFF, two = whole & 0xFFFF;
        string octal(uint n) => "0" + Convert.ToString(n, 8);
        string[] plain =
        [
            address, $"{whole}", $"0x{whole:x}", $"0X{whole:X8}", octal(whole), $"{b[0]}.{three}", $"{b[0]}.{b[1]}.{two}", $"0x{b[0]:x}.{three}",
            $"0x{b[0]:x}.0x{b[1]:x}.0x{b[2]:x}.0x{b[3]:x}", $"{octal(b[0])}.{octal(b[1])}.{octal(b[2])}.{octal(b[3])}",
            $"0{octal(b[0])}.00{octal(b[1])}.{b[2]}.{b[3]}", $"0x{b[0]:x}.{octal(b[1])}.{two}", $"0x00000000{b[0]:x}.{b[1]}.{b[2]}.{b[3]}",
        ];
        foreach (string text in plain)
        {
            yield return text;
            yield return text + ".";
            yield return text + "..";
            yield return text + "%2e";
            yield return string.Concat(text.Select(c => $"%{(int)c:x2}"));
            yield return text.Replace(".", "%2E", StringComparison.Ordinal);
            foreach (char dot in "。．｡")
                yield return text.Replace('.', dot);
            yield return Map(text, 0xFF10);                                     // full width
            yield return Map(text, 0x1D7CE);                                    // mathematical bold
            yield return string.Concat(text.Select(c => c is > '0' and <= '9' ? (char)(0x2460 + c - '1') : c)); // circled
            yield return text.Insert(1, "\u00AD");                              // soft hyphen
            yield return text.Insert(1, "\u200B");                              // zero width space
            yield return text.Insert(1, "\t");
            yield return "user@" + text;
            yield return text + "\\@www.eksempel.no";
        }
    }

    private static string Map(string text, int zero) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? char.ConvertFromUtf32(zero + c - '0') : c.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The ways in which IPv6 carries an IPv4 address.</summary>
    private static IEnumerable<string> Embedded(IPAddress address)
    {
        byte[] b = address.GetAddressBytes();
        string dotted = address.ToString(), hex = $"{b[0]:x2}{b[1]:x2}:{b[2]:x2}{b[3]:x2}";
        string flipped = $"{(byte)~b[0]:x2}{(byte)~b[1]:x2}:{(byte)~b[2]:x2}{(byte)~b[3]:x2}";
        string[] all =
        [
            $"::ffff:{dotted}", $"::ffff:{hex}", $"0:0:0:0:0:ffff:{hex}", $"::{dotted}", $"::{hex}", $"::ffff:0:{dotted}", $"::ffff:0:{hex}",
            $"64:ff9b::{dotted}", $"64:ff9b::{hex}", $"64:ff9b:1::{hex}", $"64:ff9b:1:{hex}::", $"2002:{hex}::", $"2002:{hex}::1",
            $"2001:0:4136:e378:8000:63bf:{flipped}", $"2001::{hex}", $"2620:1ec:bdf::5efe:{dotted}", $"2620:1ec:bdf:0:200:5efe:{hex}", $"fe80::5efe:{dotted}",
        ];
        foreach (string text in all)
        {
            yield return $"[{text}]";
            yield return $"[{text.ToUpperInvariant()}]";
            yield return $"[{text}%25eth0]";
            yield return $"[{text}%1]";
            yield return text;
        }
    }
}
