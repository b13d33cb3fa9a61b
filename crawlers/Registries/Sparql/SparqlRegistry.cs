using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Sparql;

/// <summary>data.norge.no's SPARQL service: no authentication; 429 beyond a limit that is not published, so ours is low.</summary>
internal sealed class SparqlRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "Sparql", "data.norge.no (SPARQL)", "https://sparql.fellesdatakatalog.digdir.no", 2, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(1),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<SparqlClient>();
}
