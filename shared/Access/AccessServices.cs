using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Settings;

namespace Monitor.Shared.Access;

/// <summary>Registers: Keys, sessions and audit log.</summary>
public static class AccessServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AccessSettings>(configuration, AccessSettings.Section);
        services.AddSingleton<KeyStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<SignInLimiter>();
        services.AddSingleton<AuditLog>();
        return services;
    }
}
