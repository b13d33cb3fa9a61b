using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Settings;

namespace Monitor.Shared.Scans;

/// <summary>Registers: Agencies, scheduling, progress and life cycle.</summary>
public static class ScanServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddScans(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<ScanSettings>(configuration, ScanSettings.Section);
        return services
            .AddObligations()
            .AddSingleton<AgencyRegister>()
            .AddSingleton<SolutionRegister>()
            .AddSingleton<FindingStore>()
            .AddSingleton<SummaryWriter>()
            .AddSingleton<ScanFreezer>()
            .AddSingleton<ScanConfirmation>()
            .AddSingleton<ScanFinisher>()
            .AddSingleton<ScanProgress>()
            .AddSingleton<ScanOrders>()
            .AddSingleton<ScanRecovery>()
            .AddSingleton<ScanScheduler>()
            .AddSingleton<ScanStepHandler>()
            .AddSingleton<PoisonHandler>()
            .AddSingleton<PoisonReplay>()
            .AddSingleton<OverviewBuilder>();
    }
}
