using Microsoft.Extensions.DependencyInjection;
using Monitor.Functions.Access;
using Monitor.Functions.Dashboard.Agencies;
using Monitor.Functions.Dashboard.Declarations;
using Monitor.Functions.Dashboard.Errors;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Functions.Dashboard.National;
using Monitor.Functions.Dashboard.Scans;
using Monitor.Functions.Dashboard.Solutions;
using Monitor.Functions.Dashboard.Tasks;

namespace Monitor.Functions.Dashboard;

/// <summary>Registers: the dashboard.</summary>
public static class DashboardServices
{
    /// <summary>Adds the pages and what they read.</summary>
    public static IServiceCollection AddDashboard(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddSingleton<IErrorPages, ErrorPages>();
        services.AddSingleton<Front>();
        services.AddSingleton<AgencyListQuery>();
        services.AddSingleton<AgencyPageQuery>();
        services.AddSingleton<DeclarationPageQuery>();
        services.AddSingleton<OverviewPageQuery>();
        services.AddSingleton<ObligationsPageQuery>();
        services.AddSingleton<SolutionPageQuery>();
        services.AddSingleton<FindingPageQuery>();
        services.AddSingleton<ScanPageQuery>();
        services.AddSingleton<SetAsideActions>();
        services.AddSingleton<TaskListQuery>();
        return services;
    }
}
