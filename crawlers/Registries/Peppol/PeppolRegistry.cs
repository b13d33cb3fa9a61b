using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Dns;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>
/// PEPPOL's network, ELMA included: a participant's provider (SMP) is found by DNS, so its address comes from data and goes through the outbound guard.
/// No authentication and no documented rate limit; ours is a polite one.
/// </summary>
internal sealed class PeppolRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("Peppol", "ELMA/PEPPOL", null, 5, TimeSpan.FromSeconds(1));

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<PeppolSettings>(configuration, PeppolSettings.Section);
        services.AddSingleton<DnsLookup>();
        services.AddSingleton<ProviderLookup>();
        services.AddSingleton<SmpClient>();
    }
}
