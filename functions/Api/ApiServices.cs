using Microsoft.Extensions.DependencyInjection;
using Monitor.Functions.Api.Agencies;
using Monitor.Functions.Api.Contacts;
using Monitor.Functions.Api.Declarations;
using Monitor.Functions.Api.Findings;
using Monitor.Functions.Api.Keys;
using Monitor.Functions.Api.Scans;
using Monitor.Functions.Api.Solutions;
using Monitor.Functions.Api.Tasks;

namespace Monitor.Functions.Api;

/// <summary>Registers: the API's handlers.</summary>
public static class ApiServices
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services) => services
        .AddSingleton<SolutionEraser>()
        .AddSingleton<AgencyEraser>()
        .AddSingleton<AgencyEndpoints>()
        .AddSingleton<ContactEndpoints>()
        .AddSingleton<DeclarationEndpoints>()
        .AddSingleton<SolutionEndpoints>()
        .AddSingleton<ScanQuota>()
        .AddSingleton<ScanEndpoints>()
        .AddSingleton<ScanResultEndpoints>()
        .AddSingleton<FindingEndpoints>()
        .AddSingleton<SetAsideEndpoints>()
        .AddSingleton<SetAsideRequests>()
        .AddSingleton<TaskDecisions>()
        .AddSingleton<TaskEndpoints>()
        .AddSingleton<KeyEndpoints>();
}
