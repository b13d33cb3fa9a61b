using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Domain;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>Names that no public site has, in every spelling.</summary>
public sealed class SpecialNameTests
{
    /// <summary>
    /// https://www.iana.org/assignments/special-use-domain-names/ but for example.com, .net and .org, which resolve like others and lead to a public page;
    /// then what RFC 6762 appendix G and ICANN keep for private networks.
    /// </summary>
    public static TheoryData<string> Names =>
    [
        "alt", "6tisch.arpa", "eap.arpa", "home.arpa", "ipv4only.arpa", "resolver.arpa", "service.arpa", "10.in-addr.arpa", "254.169.in-addr.arpa", "d.f.ip6.arpa",
        "example", "invalid", "local", "localhost", "onion", "test", "internal", "intranet", "private", "corp", "home", "lan", "mail", "localdomain",
    ];

    [Theory, MemberData(nameof(Names))]
    public void A_special_use_name_is_refused_in_any_spelling(string name)
    {
        OutboundGuard guard = Guards.Create();
        string[] hosts =
        [
            name, "www." + name, "a.b." + name + ".", "WWW." + name.ToUpperInvariant(), "www%2e" + name, "www。" + name, "www." + name.Insert(1, "\u00AD"),
            "www." + string.Concat(name.Select(c => char.IsAsciiLetterLower(c) ? char.ConvertFromUtf32(0xFF41 + c - 'a') : c.ToString())),
        ];

        Assert.DoesNotContain(hosts, h => guard.TryAccept($"https://{h}/", out _));
        Assert.DoesNotContain(hosts, h => guard.TryAcceptTunnel(h, 443, out _));
    }

    [Theory]
    [InlineData("kommune")]
    [InlineData("kommune.")]
    [InlineData("metadata")]
    [InlineData("127.0.0.1.")]
    [InlineData("a..no")]
    [InlineData(".no")]
    [InlineData("www.kommune.no..")]
    [InlineData("www.kom mune.no")]
    [InlineData("www.kommune.1")]
    [InlineData("www.kommune.0x1f")]
    [InlineData("www.kommune.0x")]
    public void A_name_that_is_no_public_one_is_refused(string host)
    {
        Assert.False(Guards.Create().TryAccept($"https://{host}/", out _));
        Assert.False(Guards.Create().TryAcceptTunnel(host, 443, out _));
    }

    [Theory]
    [InlineData("localhost.kommune.no")]
    [InlineData("test.kommune.no")]
    [InlineData("intern.kommune.no")]
    [InlineData("local.no")]
    [InlineData("www.example.com")]
    [InlineData("www.sør-varanger.kommune.no")]
    public void A_public_name_that_only_sounds_special_is_accepted(string host) => Assert.True(Guards.Create().TryAccept($"https://{host}/", out _));

    [Theory]
    [InlineData(80, true)]
    [InlineData(443, true)]
    [InlineData(8080, true)]
    [InlineData(8443, true)]
    [InlineData(0, false)]
    [InlineData(21, false)]
    [InlineData(22, false)]
    [InlineData(25, false)]
    [InlineData(81, false)]
    [InlineData(444, false)]
    [InlineData(3389, false)]
    [InlineData(6379, false)]
    [InlineData(8081, false)]
    [InlineData(10000, false)]
    [InlineData(65535, false)]
    public void Four_ports_are_open_whatever_the_scheme(int port, bool open)
    {
        OutboundGuard guard = Guards.Create();
        Assert.Equal(open, guard.TryAccept($"http://www.kommune.no:{port}/", out _));
        Assert.Equal(open, guard.TryAccept($"https://www.kommune.no:{port}/", out _));
        Assert.Equal(open, guard.TryAcceptTunnel("www.kommune.no", port, out _));
    }

    [Fact]
    public void Every_name_has_its_source() =>
        Assert.All(EmbeddedData.Read<SpecialName[]>(typeof(PublicAddresses), "special-names.data.json"), n => Assert.StartsWith("https://", n.Source));

    private sealed record SpecialName(string Name, string Source);
}
