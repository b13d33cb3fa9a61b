using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Crawlers.Web.Starting;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web;

/// <summary>Registers: Guard, fetching and crawling.</summary>
public static class WebServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddWebCrawling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddWebFetching(configuration);
        services.AddSingleton<SiteCrawler>();
        services.AddSingleton<FollowUpPages>();
        services.AddSingleton<SampledPages>();
        services.AddSingleton<ScanStart>();
        services.AddSingleton<StartScanHandler>();
        return services;
    }

    /// <summary>Adds what fetches from addresses out of data: guard, fetcher, turns at hosts. Adding twice is adding once.</summary>
    internal static IServiceCollection AddWebFetching(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(s => s.ServiceType == typeof(WebFetcher)))
            return services;
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<OutboundSettings>(configuration, OutboundSettings.Section)
            .Validate(o => o.AllowedOrigins.All(a => Origin.TryParse(a, out _)), "Monitor:Outbound:AllowedOrigins holds something that is no http or https origin.");
        services.AddSettings<SiteSettings>(configuration, SiteSettings.Section);
        services.AddSettings<FetchSettings>(configuration, FetchSettings.Section);
        services.AddSettings<CrawlSettings>(configuration, CrawlSettings.Section);
        services.AddSettings<ScanSettings>(configuration, ScanSettings.Section);

        services.TryAddSingleton<INameResolver, SystemNameResolver>();
        services.TryAddSingleton<OutboundPolicy>();
        services.TryAddSingleton<OutboundGuard>();
        services.TryAddSingleton<BotIdentity>();
        services.AddHttpClient(GuardedHandler.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(s => GuardedHandler.Create(s.GetRequiredService<OutboundGuard>()))
            .RemoveAllLoggers();
        services.TryAddSingleton<WebFetcher>();
        services.TryAddSingleton(typeof(IHostRows<>), typeof(StoredHostRows<>));
        services.TryAddSingleton<IRobotsCache, StoredRobotsCache>();
        services.TryAddSingleton<HostNaming>();
        services.TryAddSingleton<IHostSlots, HostSlots>();
        return services;
    }
}
