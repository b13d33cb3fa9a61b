using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries;

/// <summary>Registers: National registries.</summary>
public static class RegistryServices
{
    /// <summary>Adds the services, their settings validated at start, with every registry and check of this assembly.</summary>
    public static IServiceCollection AddRegistries(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<SiteSettings>(configuration, SiteSettings.Section);
        services.AddSettings<RegistrySettings>(configuration, RegistrySettings.Section);
        services.AddSingleton<RegistryHttp>();
        services.AddSingleton<CatalogueLookup>();
        services.AddSingleton<RegistryAsker>();
        services.AddSingleton(s => new AgencyCheck(s.GetRequiredService<RegistryAsker>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CheckAgencyHandler(
            s.GetRequiredService<RegistryAsker>(), s.GetRequiredService<ITable<AgencyRow>>(), s.GetRequiredService<SiteObligations>(),
            s.GetRequiredService<ComplianceRecorder>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RegistryScheduler>();
        return services.AddObligations().AddRegistriesOf(typeof(RegistryServices).Assembly, configuration);
    }

    /// <summary>Adds every registry and check that an assembly holds: how a folder comes to be part of the whole.</summary>
    internal static IServiceCollection AddRegistriesOf(this IServiceCollection services, Assembly assembly, IConfiguration configuration)
    {
        foreach (Type type in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IRegistry))))
            services.AddRegistry((IRegistry)Activator.CreateInstance(type)!, configuration);
        return services.AddObligationChecks(assembly);
    }

    private static void AddRegistry(this IServiceCollection services, IRegistry registry, IConfiguration configuration)
    {
        RegistryDefinition definition = registry.Definition;
        services.AddOptions<RegistryEndpointSettings>(definition.Name)
            .Configure(endpoint =>
            {
                endpoint.BaseAddress = definition.ProductionAddress;
                endpoint.RateLimit = definition.RateLimit;
                endpoint.RateWindowSeconds = definition.RateWindow.TotalSeconds;
            })
            .Bind(configuration.GetSection($"{RegistrySettings.Section}:{definition.Name}"))
            .ValidateDataAnnotations()
            .Validate(e => e.HasWebAddress, $"{RegistrySettings.Section}:{definition.Name}:BaseAddress must be an http or https address without query.")
            .ValidateOnStart();

        // Not through the outbound guard: a person configured the address, so it may be private. Redirects are ours to judge.
        IHttpClientBuilder client = services.AddHttpClient(RegistryHttp.ClientName(definition), c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                AutomaticDecompression = System.Net.DecompressionMethods.All,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .RemoveAllLoggers();
        client.AddResilienceHandler("registry", (builder, context) => RegistryPipeline.Configure(builder, context, definition.Name));
        client.AddHttpMessageHandler(() => new BoundedBodyHandler());
        registry.AddClient(services);
    }
}
