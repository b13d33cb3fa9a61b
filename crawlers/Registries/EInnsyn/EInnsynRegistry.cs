using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Registries.EInnsyn;

/// <summary>eInnsyn: its description declares a key, its backend lets readers through without. No documented rate limit; ours is a polite one.</summary>
internal sealed class EInnsynRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("EInnsyn", "eInnsyn", "https://api.einnsyn.no", 5, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(1),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<EInnsynSettings>(configuration, EInnsynSettings.Section);
        services.AddSingleton<EInnsynClient>();
    }
}
