using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Settings;

namespace Monitor.Shared.Retention;

/// <summary>Registers: how long things are kept.</summary>
public static class RetentionServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<RetentionSettings>(configuration, RetentionSettings.Section);
        return services
            .AddSingleton<DecisionArchive>()
            .AddSingleton<EvidenceRetention>()
            .AddSingleton<ArchiveRetention>()
            .AddSingleton<RetentionSweeper>();
    }
}
