using System.Globalization;
using System.Text;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Security;

/// <summary>Looks for a site's security.txt (RFC 9116).</summary>
internal sealed class SecurityTxt(PoliteFetcher fetcher, TimeProvider clock)
{
    private const string Path = "/.well-known/security.txt";
    private static readonly FetchOptions Options = new() { Accept = "text/plain", MaxBytes = 32 * 1024, Truncate = true, MaxRedirects = 5 };

    /// <summary>Where it has to be (section 3).</summary>
    public static string AddressOf(Uri site) => site.GetLeftPart(UriPartial.Authority) + Path;

    /// <summary>What stands there.</summary>
    public async Task<SecurityTxtState> FindAsync(Uri site, CancellationToken cancellation)
    {
        string address = AddressOf(site);
        if ((await fetcher.ReadRobotsAsync(new Uri(address), cancellation))?.IsAllowed(BotIdentity.ProductToken, address) != true)
            return SecurityTxtState.Unknown;
        return await fetcher.FetchAsync(address, Options, cancellation) switch
        {
            { Succeeded: true } found => Read(Encoding.UTF8.GetString(found.Body.Span)),
            { Reason: PageReasons.Gone } => SecurityTxtState.None,
            _ => SecurityTxtState.Unknown,
        };
    }

    /// <summary>Both fields that it must have (sections 2.5.3 and 2.5.5), and whether it is out of date. Many sites answer any address with a page.</summary>
    internal SecurityTxtState Read(string text)
    {
        (string Name, string Value)[] fields =
        [
            .. text.Split('\n').Select(l => l.Trim()).Where(l => !l.StartsWith('#')).Select(l => l.Split(':', 2)).Where(p => p.Length == 2)
                .Select(p => (p[0].Trim().ToLowerInvariant(), p[1].Trim())),
        ];
        if (!fields.Any(f => f.Name == "contact" && f.Value.Length > 0))
            return SecurityTxtState.None;
        string? expires = fields.FirstOrDefault(f => f.Name == "expires").Value;
        return DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset end) && end > clock.GetUtcNow()
            ? SecurityTxtState.Current
            : SecurityTxtState.Expired;
    }
}

/// <summary>What a look for security.txt came to.</summary>
internal enum SecurityTxtState
{
    /// <summary>It could not be told.</summary>
    Unknown,

    /// <summary>There is none.</summary>
    None,

    /// <summary>There is one, out of date or without a date.</summary>
    Expired,

    /// <summary>There is one.</summary>
    Current,
}
