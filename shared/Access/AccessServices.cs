using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Shared.Access;

/// <summary>Registers: Keys, sessions and audit log.</summary>
public static class AccessServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AccessSettings>().Bind(configuration.GetSection(AccessSettings.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<KeyStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<AuditLog>();
        return services;
    }
}
