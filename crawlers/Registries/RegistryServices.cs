using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
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
        services.AddWebFetching(configuration);
        services.TryAddSingleton<IRegistryTurns, RegistryTurns>();
        services.AddSingleton<RegistryMemory>();
        services.AddSingleton<RegistryHttp>();
        services.AddSingleton<PoliteFetcher>();
        services.AddSingleton<LinkProbe>();
        services.AddSingleton<CatalogueLookup>();
        services.AddSingleton<RegistryAsker>();
        services.AddSingleton(s => new AgencyCheck(s.GetRequiredService<RegistryAsker>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton(s => new CheckAgencyHandler(
            s.GetRequiredService<RegistryAsker>(), s.GetRequiredService<ITable<AgencyRow>>(), s.GetRequiredService<SiteObligations>(),
            s.GetRequiredService<ComplianceRecorder>(), s.GetRequiredService<ObligationWatch>(), s.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RegistryScheduler>();
        return services.AddObligations().AddRegistriesOf(typeof(RegistryServices).Assembly, configuration);
    }

    /// <summary>Takes turns in this process only, and stores nothing: for the command line. Call it before the rest.</summary>
    public static IServiceCollection AddTurnsInMemory(this IServiceCollection services) =>
        services
            .AddSingleton<IRegistryTurns, MemoryRegistryTurns>()
            .AddSingleton(typeof(IHostRows<>), typeof(MemoryHostRows<>))
            .AddSingleton<IRobotsCache, NoRobotsCache>();

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
                endpoint.BaseAddress = definition.ProductionAddress ?? "";
                endpoint.RateLimit = definition.RateLimit;
                endpoint.RateWindowSeconds = definition.RateWindow.TotalSeconds;
            })
            .Bind(configuration.GetSection($"{RegistrySettings.Section}:{definition.Name}"))
            .ValidateDataAnnotations()
            .Validate(
                e => definition.ProductionAddress is null || e.HasWebAddress,
                $"{RegistrySettings.Section}:{definition.Name}:BaseAddress must be an http or https address without query.")
            .ValidateOnStart();

        IHttpClientBuilder client = services.AddHttpClient(RegistryHttp.ClientName(definition), c => c.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => definition.ProductionAddress is null ? GuardedHandler.Create(s.GetRequiredService<OutboundGuard>()) : Direct())
            .RemoveAllLoggers();
        client.AddResilienceHandler("registry", (builder, context) => RegistryPipeline.Configure(builder, context, definition));
        client.AddHttpMessageHandler(s => new RestHandler(definition.Name, s.GetRequiredService<IRegistryTurns>(), s.GetRequiredService<TimeProvider>()));
        client.AddHttpMessageHandler(() => new BoundedBodyHandler());
        services.AddSingleton(registry);
        registry.AddClient(services, configuration);
    }

    // Not through the outbound guard: a person configured the address, so it may be private. Redirects are ours to judge.
    private static SocketsHttpHandler Direct() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
}
