using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using MimeKit;
using Monitor.Shared.Access;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>Registers: Outbox and mail.</summary>
public static class AlertServices
{
    /// <summary>Adds the services, their settings validated at start, and data protection with its keys in blob storage.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<SiteSettings>(configuration, SiteSettings.Section);
        services.AddSettings<SmtpSettings>(configuration, SmtpSettings.Section)
            .Validate(smtp => MailboxAddress.TryParse(smtp.From, out MailboxAddress? from) && from.Address == smtp.From, "Monitor:Smtp:From is no bare address.");

        services.AddDataProtection().SetApplicationName("Monitor");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
            new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = new BlobKeyring(s.GetRequiredService<IBlobs>())));

        services.AddSingleton<Outbox>();
        services.AddSingleton<AlertPlanner>();
        services.AddSingleton<AlertComposer>();
        services.AddSingleton<IMailSender, SmtpSender>();
        services.AddSingleton<SendAlertHandler>();
        services.AddSingleton<OutboxSweeper>();
        services.AddSingleton<HeldMails>();
        services.AddSingleton<ConsentTokens>();
        services.AddSingleton<Consent>();
        services.AddSingleton<RecipientBook>();
        services.AddSingleton<AlertEraser>();
        return services;
    }
}
