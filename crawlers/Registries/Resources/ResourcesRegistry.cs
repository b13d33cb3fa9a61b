using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Resources;

/// <summary>data.norge.no's resource service: one dataset or service at a time. No authentication for reading; five requests a second.</summary>
internal sealed class ResourcesRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "Resources", "data.norge.no (resources)", "https://resource.api.fellesdatakatalog.digdir.no", 5, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(6),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ResourcesClient>();
        services.AddSingleton<DescriptionLookup>();
    }
}
