using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Search;

/// <summary>
/// data.norge.no's search: no authentication. Its documents say 10 requests a minute, its ingress 10 a second: we keep to the stricter.
/// The documents also warn that it may change, so it only ever adds to what SPARQL says.
/// </summary>
internal sealed class SearchRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "Search", "data.norge.no (search)", "https://search.api.fellesdatakatalog.digdir.no", 10, TimeSpan.FromMinutes(1))
    {
        AnswersLast = TimeSpan.FromHours(1),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<SearchClient>();
}
