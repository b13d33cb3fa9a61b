using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>Accessibility statements at uustatus.no: pages for people, no API. No documented rate limit; ours is a polite one.</summary>
internal sealed class StatementsRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("Statements", "uustatus.no", "https://uustatus.no", 1, TimeSpan.FromSeconds(1));

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StatementClient>();
        services.AddSingleton<StatementLinkFinder>();
    }
}
