using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.OrganizationCatalog;

/// <summary>data.norge.no's organisation catalogue: no authentication for reading, no documented rate limit.</summary>
internal sealed class OrganizationCatalogRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "OrganizationCatalog", "data.norge.no (organization-catalog)", "https://organization-catalog.fellesdatakatalog.digdir.no", 5, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromMinutes(10),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<OrganizationCatalogClient>();
}
