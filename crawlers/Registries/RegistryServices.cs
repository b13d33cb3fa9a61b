using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Crawlers.Registries;

/// <summary>Registers: National registries.</summary>
public static class RegistryServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddRegistries(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
