using Microsoft.Extensions.Options;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Tests.Web.Outbound;

/// <summary>Guards for tests.</summary>
internal static class Guards
{
    public static OutboundGuard Create(INameResolver? resolver = null, params string[] allowedOrigins) =>
        new(Policy(allowedOrigins), resolver ?? new FakeResolver(), TimeProvider.System);

    public static OutboundPolicy Policy(params string[] allowedOrigins)
    {
        var settings = new OutboundSettings();
        foreach (string origin in allowedOrigins)
            settings.AllowedOrigins.Add(origin);
        return new OutboundPolicy(Options.Create(settings));
    }
}
