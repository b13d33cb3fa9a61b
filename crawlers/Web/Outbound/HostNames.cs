using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Web.Outbound;

/// <summary>
/// Judges hosts as they come out of <see cref="Uri.IdnHost"/>. <see cref="Uri.Host"/>, <see cref="Uri.HostNameType"/> and <see cref="Uri.IsLoopback"/>
/// are not asked: they overlook full-width digits, soft hyphens and the trailing dot.
/// </summary>
internal static class HostNames
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private static readonly HashSet<string> SpecialUse =
        [.. EmbeddedData.Read<SpecialName[]>(typeof(HostNames), "special-names.data.json").Select(n => n.Name)];

    /// <summary>The host as it is compared: lower case, without the root's dot.</summary>
    public static string Normalize(string idnHost)
    {
        string host = idnHost.ToLowerInvariant();
        return host.Length > 1 && host[^1] == '.' ? host[..^1] : host;
    }

    /// <summary>The host of a URL as it is compared; false where there is none that the rules for international names know (RFC 5891).</summary>
    public static bool TryOf(Uri uri, [NotNullWhen(true)] out string? host)
    {
        try
        {
            host = Normalize(uri.IdnHost);
            return true;
        }
        catch (UriFormatException)
        {
            // Uri accepts such a name and only says so when it is asked for the host.
            host = null;
            return false;
        }
    }

    /// <summary>Reads an address in its one canonical spelling; others (octal, hexadecimal, shortened) are no addresses to us and are refused as names.</summary>
    public static bool TryReadAddress(string host, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        // A zone names an interface of this machine; no address out of data has one.
        if (host.Contains('%', StringComparison.Ordinal) || !IPAddress.TryParse(host, out address))
            return false;
        if (address.AddressFamily == AddressFamily.InterNetworkV6 || address.ToString() == host)
            return true;
        address = null;
        return false;
    }

    /// <summary>Whether the last label is a number in any notation; a browser takes such a host for an IPv4 address or refuses it (URL Standard, "ends in a number").</summary>
    public static bool EndsInNumber(string host)
    {
        string last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0
            && (last.All(char.IsAsciiDigit)
                || (last.StartsWith("0x", StringComparison.Ordinal) && last.AsSpan(2).IndexOfAnyExcept(HexDigits) < 0));
    }

    /// <summary>Whether a name may stand for a public site: two labels or more of letters, digits, hyphens and underscores, no number last, no special-use domain.</summary>
    public static bool IsPublicName(string host)
    {
        string[] labels = host.Split('.');
        return host.Length <= 253
            && labels.Length >= 2
            && labels.All(l => l.Length is > 0 and <= 63 && l.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'))
            && !EndsInNumber(host)
            && !SpecialUse.Contains(labels[^1]);
    }

    private sealed record SpecialName(string Name, string Source);
}
