using Microsoft.Extensions.Options;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>Who we say we are.</summary>
public sealed class BotIdentity(IOptions<SiteSettings> site)
{
    /// <summary>The product token that robots.txt names us by (RFC 9309 section 2.2.1).</summary>
    public const string ProductToken = "MonitorBot";

    /// <summary>The User-Agent header: product, version, and a page about us.</summary>
    public string UserAgent { get; } =
        $"{ProductToken}/{typeof(BotIdentity).Assembly.GetName().Version!.ToString(3)} (+{site.Value.PublicAddress.TrimEnd('/')}/nb/bot)";
}
