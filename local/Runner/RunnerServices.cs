using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Monitor.Local.Runner;

/// <summary>Registers: the local runner.</summary>
public static class RunnerServices
{
    /// <summary>
    /// Adds the runner of timer- and queue-triggered functions to a host that has storage (<c>AddMonitorStorage</c>) and configuration.
    /// HTTP functions are mapped beside it by <see cref="HttpFunctions"/>. The host's shutdown time-out must be longer than drain and cancel time together.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="functions">The assembly with the function classes.</param>
    /// <param name="hostJson">The path of host.json.</param>
    public static IServiceCollection AddFunctionsRunner(this IServiceCollection services, Assembly functions, string hostJson) =>
        services.AddFunctionsRunner(functions.GetTypes(), hostJson);

    internal static IServiceCollection AddFunctionsRunner(this IServiceCollection services, IReadOnlyList<Type> functions, string hostJson)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<RunnerSettings>().BindConfiguration(RunnerSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IHostedService>(s => ActivatorUtilities.CreateInstance<FunctionsRunner>(s, functions, hostJson));
        return services;
    }
}
