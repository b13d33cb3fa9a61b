using Microsoft.Extensions.DependencyInjection;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Api.Keys;
using Monitor.Functions.Api.Scans;

namespace Monitor.Functions.Api;

/// <summary>Registers: the API's handlers.</summary>
public static class ApiServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<ScanQuota>()
        .AddSingleton<ScanEndpoints>()
        .AddSingleton<ScanResultEndpoints>()
        .AddSingleton<FindingEndpoints>()
        .AddSingleton<SetAsideEndpoints>()
        .AddSingleton<KeyEndpoints>();
}
