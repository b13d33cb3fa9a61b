using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>Registers: obligations, their checks and what is stored of them.</summary>
public static class ObligationServices
{
    /// <summary>Adds the services and every check of this assembly. Adding twice is adding once.</summary>
    public static IServiceCollection AddObligations(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ComplianceRecorder>();
        services.TryAddSingleton(s => new ObligationWatch(
            s.GetServices<IObligationCheck>(), s.GetRequiredService<ITable<AgencyRow>>(), s.GetRequiredService<ITable<ComplianceRow>>(),
            s.GetRequiredService<AlertPlanner>()));
        services.TryAddSingleton<ComplianceReader>();
        services.TryAddSingleton<DeclarationBook>();
        services.TryAddSingleton<OutcomeHistory>();
        services.TryAddSingleton<NationalObligationsBuilder>();
        services.TryAddSingleton<SiteFactsReader>();
        services.TryAddSingleton(s => new SiteObligations(
            s.GetServices<IObligationCheck>(), s.GetRequiredService<ITable<AgencyRow>>(),
            s.GetRequiredService<SiteFactsReader>(), s.GetRequiredService<ComplianceRecorder>(), s.GetRequiredService<ObligationWatch>()));
        return services.AddObligationChecks(typeof(ObligationServices).Assembly);
    }

    /// <summary>Adds every check that an assembly holds.</summary>
    public static IServiceCollection AddObligationChecks(this IServiceCollection services, Assembly assembly)
    {
        foreach (Type check in assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(IObligationCheck))))
            services.TryAddEnumerable(ServiceDescriptor.Singleton(typeof(IObligationCheck), check));
        return services;
    }
}
