using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.OrganizationCatalog;

/// <summary>data.norge.no's organisation catalogue: no authentication for reading, no documented rate limit.</summary>
internal sealed class OrganizationCatalogRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "OrganizationCatalog", "data.norge.no organisation catalogue", "https://organization-catalog.fellesdatakatalog.digdir.no", 5, TimeSpan.FromSeconds(1));

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services) => services.AddSingleton<OrganizationCatalogClient>();
}
