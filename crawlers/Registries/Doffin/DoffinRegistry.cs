using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Registries.Doffin;

/// <summary>Doffin's public notices: a free subscription key, 401 without. No documented rate limit; ours is a polite one.</summary>
internal sealed class DoffinRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("Doffin", "Doffin", "https://api.doffin.no", 2, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(6),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<DoffinSettings>(configuration, DoffinSettings.Section);
        services.AddSingleton<DoffinClient>();
    }
}
