using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Monitor.Shared.Settings;

/// <summary>The one way in which settings are added.</summary>
public static class SettingsServices
{
    /// <summary>
    /// Binds a section and has it validated at start. A part adds the settings that it reads, whoever else reads them too:
    /// adding twice is adding once.
    /// </summary>
    public static OptionsBuilder<TSettings> AddSettings<TSettings>(this IServiceCollection services, IConfiguration configuration, string section)
        where TSettings : class
    {
        OptionsBuilder<TSettings> settings = services.AddOptions<TSettings>();
        // Bound again, a list would hold everything twice; validated again, a fault would be told twice.
        return services.Any(s => s.ServiceType == typeof(IValidateOptions<TSettings>))
            ? settings
            : settings.Bind(configuration.GetSection(section)).ValidateDataAnnotations().ValidateOnStart();
    }
}
