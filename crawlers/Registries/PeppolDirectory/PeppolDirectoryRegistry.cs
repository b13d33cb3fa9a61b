using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.PeppolDirectory;

/// <summary>The PEPPOL Directory: voluntary and lagging, so that it proves and never denies. No authentication; two requests a second.</summary>
internal sealed class PeppolDirectoryRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("PeppolDirectory", "PEPPOL Directory", "https://directory.peppol.eu", 2, TimeSpan.FromSeconds(1))
    {
        AnswersLast = TimeSpan.FromHours(1),
    };

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<PeppolDirectoryClient>();
}
