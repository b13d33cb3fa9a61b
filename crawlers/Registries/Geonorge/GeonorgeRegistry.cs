using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Geonorge;

/// <summary>Geonorge's map catalogue: no authentication, no documented rate limit. It knows bodies by name only.</summary>
internal sealed class GeonorgeRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("Geonorge", "Geonorge", "https://kartkatalog.geonorge.no", 5, TimeSpan.FromSeconds(1))
    {
        // The list of names is the same for all.
        AnswersLast = TimeSpan.FromHours(12),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<GeonorgeClient>();
}
