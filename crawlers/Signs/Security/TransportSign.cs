using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Signs.Security;

/// <summary>How a page came: over HTTPS, and with which HSTS policy.</summary>
internal sealed partial class TransportSign() : PageSign<Transport>("transport")
{
    public override Transport Read(PageView page)
    {
        bool https = page.Url.Scheme == Uri.UriSchemeHttps;
        // Over plain HTTP the header counts for nothing (RFC 6797 section 8.1).
        return new Transport(https, https && page.Hsts is { } hsts && MaxAge().Match(hsts) is { Success: true } match ? Seconds(match.Groups[1].Value) : null);
    }

    private static long? Seconds(string digits) => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds) ? seconds : null;

    [GeneratedRegex("(?:^|;)\\s*max-age\\s*=\\s*\"?([0-9]+)\"?\\s*(?:;|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex MaxAge();
}

/// <summary>How a page came.</summary>
/// <param name="Https">Whether over HTTPS, with a certificate that a browser takes.</param>
/// <param name="HstsSeconds">For how long browsers are to use nothing else (max-age); null without a policy.</param>
internal sealed record Transport(bool Https, long? HstsSeconds);
