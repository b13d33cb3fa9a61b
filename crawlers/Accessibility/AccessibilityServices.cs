using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Checks.ControlContrast;
using Monitor.Crawlers.Accessibility.Checks.HoverContent;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Crawlers.Accessibility.Checks.Media;
using Monitor.Crawlers.Accessibility.Checks.Orientation;
using Monitor.Crawlers.Accessibility.Checks.PlaceholderLabel;
using Monitor.Crawlers.Accessibility.Checks.Reflow;
using Monitor.Crawlers.Accessibility.Checks.ResizeText;
using Monitor.Crawlers.Accessibility.Checks.SameName;
using Monitor.Crawlers.Accessibility.Checks.TextSpacing;
using Monitor.Crawlers.Accessibility.Checks.VisualReferences;
using Monitor.Crawlers.Accessibility.Checks.Words;
using Monitor.Crawlers.Signs;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility;

/// <summary>Registers: Browser and checks.</summary>
public static class AccessibilityServices
{
    /// <summary>Adds the services, their settings validated at start.</summary>
    public static IServiceCollection AddAccessibility(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<BrowserSettings>(configuration, BrowserSettings.Section);
        services.AddSettings<PageSettings>(configuration, PageSettings.Section);
        services.AddSingleton<BrowserEgress>();
        services.AddSingleton<BrowserPool>();

        // Every check, in the order they run.
        services.AddSingleton<ICheck, AxeCheck>();
        services.AddSingleton<ICheck, LanguageCheck>();
        services.AddSingleton<ICheck, MediaCheck>();
        services.AddSingleton<ICheck, WordsCheck>();
        services.AddSingleton<ICheck, SameNameCheck>();
        services.AddSingleton<ICheck, VisualReferencesCheck>();
        services.AddSingleton<ICheck, PlaceholderLabelCheck>();
        services.AddSingleton<ICheck, ControlContrastCheck>();
        services.AddSingleton<ICheck, TextSpacingCheck>();
        services.AddSingleton<ICheck, HoverContentCheck>();
        services.AddSingleton<ICheck, ResizeTextCheck>();
        services.AddSingleton<ICheck, OrientationCheck>();
        services.AddSingleton<ICheck, ReflowCheck>();

        services.AddPageSigns();
        services.AddSingleton(s => new PageViewer(s.GetServices<IPageSign>(), s.GetRequiredService<IOptions<CrawlSettings>>()));
        services.AddSingleton<IRuleTexts, RuleTexts>();
        services.AddSingleton<IPageAuditor, PageAuditor>();
        services.AddSingleton<SampleReplacement>();
        services.AddSingleton<AuditPageHandler>();
        return services;
    }
}
