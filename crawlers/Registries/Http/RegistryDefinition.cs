using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>What must be known of a registry to ask it.</summary>
/// <param name="Name">Its name in settings: <c>Monitor:Registries:{Name}</c>.</param>
/// <param name="Title">What evidence calls it.</param>
/// <param name="ProductionAddress">Where it is found unless a setting says otherwise; null where other data tell, which only the outbound guard lets through.</param>
/// <param name="RateLimit">Requests it takes in <paramref name="RateWindow"/>, of all our workers together; the stricter figure where its documents give two.</param>
/// <param name="RateWindow">The window of the rate limit.</param>
internal sealed record RegistryDefinition(string Name, string Title, string? ProductionAddress, int RateLimit, TimeSpan RateWindow)
{
    /// <summary>
    /// How long an answer may be taken again. Zero, unless the answer never makes an obligation not met: that takes two observations, and an answer
    /// taken again is none.
    /// </summary>
    public TimeSpan AnswersLast { get; init; }
}

/// <summary>A registry: one folder with one such type, which has a parameterless constructor and is found by itself.</summary>
internal interface IRegistry
{
    /// <summary>What must be known to ask it.</summary>
    RegistryDefinition Definition { get; }

    /// <summary>Adds the registry's client, and settings of its own where it has some.</summary>
    void AddClient(IServiceCollection services, IConfiguration configuration);
}
