using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.MetadataQuality;

/// <summary>data.norge.no's scores of metadata quality. Its production host is known by pattern only, so it is a setting. No documented rate limit.</summary>
internal sealed class MetadataQualityRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new(
        "MetadataQuality", "data.norge.no (MQA)", "https://mqa-scoring-api.fellesdatakatalog.digdir.no", 2, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(6),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<MetadataQualityClient>();
}
