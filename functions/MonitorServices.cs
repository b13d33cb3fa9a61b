using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Web;
using Monitor.Functions.Access;
using Monitor.Functions.Api;
using Monitor.Functions.Dashboard;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Logging;
using Monitor.Shared.Retention;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Functions;

/// <summary>The one place where everything is put together, for the Functions host and the local runner alike.</summary>
public static class MonitorServices
{
    /// <summary>Adds all of Monitor.</summary>
    public static IServiceCollection AddMonitor(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSettings<SiteSettings>(configuration, SiteSettings.Section);
        return services
            .AddScrubbedLogging(configuration)
            .AddMonitorStorage(configuration)
            .AddWebCrawling(configuration)
            .AddAccessibility(configuration)
            .AddRegistries(configuration)
            .AddScans(configuration)
            .AddAlerts(configuration)
            .AddAccess(configuration)
            .AddRetention(configuration)
            .AddDashboard()
            .AddDoor()
            .AddApi();
    }
}
