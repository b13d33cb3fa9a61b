using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Enhetsregisteret;

/// <summary>Enhetsregisteret, Brønnøysundregistrene: no authentication, no documented rate limit; ours is a polite one.</summary>
internal sealed class EnhetsregisteretRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "Enhetsregisteret", "Enhetsregisteret", "https://data.brreg.no/enhetsregisteret/api", 5, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(1),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<EnhetsregisteretClient>();
}
