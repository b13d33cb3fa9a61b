using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Monitor.Shared.Logging;

/// <summary>Registers: logging without secrets.</summary>
public static class LoggingServices
{
    /// <summary>Puts the scrubber between everything that logs and everything that writes logs.</summary>
    public static IServiceCollection AddScrubbedLogging(this IServiceCollection services, IConfiguration configuration)
    {
        // At these levels the framework tells paths and headers, and a path of ours can hold a token of a mail's link.
        services.AddLogging(logging => logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http.HttpClient", LogLevel.Warning));
        services.AddSingleton(new SecretScrubber(configuration));
        services.AddSingleton<LoggerFactory>();
        return services.AddSingleton<ILoggerFactory>(s => new ScrubbingLoggerFactory(s.GetRequiredService<LoggerFactory>(), s.GetRequiredService<SecretScrubber>()));
    }
}
