using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.AcrossPages;
using Monitor.Crawlers.Accessibility.Checks.AutoplaySound;
using Monitor.Crawlers.Accessibility.Checks.Axe;
using Monitor.Crawlers.Accessibility.Checks.CharacterKeys;
using Monitor.Crawlers.Accessibility.Checks.ControlContrast;
using Monitor.Crawlers.Accessibility.Checks.DeviceMotion;
using Monitor.Crawlers.Accessibility.Checks.ErrorIdentification;
using Monitor.Crawlers.Accessibility.Checks.Flashes;
using Monitor.Crawlers.Accessibility.Checks.FocusOrder;
using Monitor.Crawlers.Accessibility.Checks.FocusVisible;
using Monitor.Crawlers.Accessibility.Checks.HoverContent;
using Monitor.Crawlers.Accessibility.Checks.ImagesOfText;
using Monitor.Crawlers.Accessibility.Checks.Instructions;
using Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Crawlers.Accessibility.Checks.Media;
using Monitor.Crawlers.Accessibility.Checks.Motion;
using Monitor.Crawlers.Accessibility.Checks.MouseOnly;
using Monitor.Crawlers.Accessibility.Checks.OnFocus;
using Monitor.Crawlers.Accessibility.Checks.OnInput;
using Monitor.Crawlers.Accessibility.Checks.Orientation;
using Monitor.Crawlers.Accessibility.Checks.PlaceholderLabel;
using Monitor.Crawlers.Accessibility.Checks.PointerDown;
using Monitor.Crawlers.Accessibility.Checks.PointerGestures;
using Monitor.Crawlers.Accessibility.Checks.Reflow;
using Monitor.Crawlers.Accessibility.Checks.ResizeText;
using Monitor.Crawlers.Accessibility.Checks.SameName;
using Monitor.Crawlers.Accessibility.Checks.SkipLink;
using Monitor.Crawlers.Accessibility.Checks.StatusMessages;
using Monitor.Crawlers.Accessibility.Checks.TableHeaders;
using Monitor.Crawlers.Accessibility.Checks.TextSpacing;
using Monitor.Crawlers.Accessibility.Checks.TimeLimits;
using Monitor.Crawlers.Accessibility.Checks.VisualReferences;
using Monitor.Crawlers.Accessibility.Checks.Words;
using Monitor.Crawlers.Accessibility.Documents;
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
        services.AddSingleton<ICheck, AutoplaySoundCheck>();
        services.AddSingleton<ICheck, ErrorIdentificationCheck>();
        services.AddSingleton<ICheck, InstructionsCheck>();
        services.AddSingleton<ICheck, StatusMessagesCheck>();
        services.AddSingleton<ICheck, TimeLimitsCheck>();
        services.AddSingleton<ICheck, PointerGesturesCheck>();
        services.AddSingleton<ICheck, ControlContrastCheck>();
        services.AddSingleton<ICheck, TableHeadersCheck>();
        services.AddSingleton<ICheck, AcrossPagesCheck>();
        services.AddSingleton<ICheck, ImagesOfTextCheck>();

        // Those that act: what moves by itself before anything is touched, keys before the pointer, and what needs another viewport at the end.
        services.AddSingleton<ICheck, MotionCheck>();
        services.AddSingleton<ICheck, FlashesCheck>();
        services.AddSingleton<ICheck, TextSpacingCheck>();
        services.AddSingleton<ICheck, FocusVisibleCheck>();
        services.AddSingleton<ICheck, OnFocusCheck>();
        services.AddSingleton<ICheck, KeyboardTrapCheck>();
        services.AddSingleton<ICheck, FocusOrderCheck>();
        services.AddSingleton<ICheck, SkipLinkCheck>();
        services.AddSingleton<ICheck, MouseOnlyCheck>();
        services.AddSingleton<ICheck, OnInputCheck>();
        services.AddSingleton<ICheck, HoverContentCheck>();
        services.AddSingleton<ICheck, PointerDownCheck>();
        services.AddSingleton<ICheck, DeviceMotionCheck>();
        services.AddSingleton<ICheck, ResizeTextCheck>();
        services.AddSingleton<ICheck, OrientationCheck>();
        services.AddSingleton<ICheck, ReflowCheck>();
        services.AddSingleton<ICheck, CharacterKeysCheck>();

        services.AddPageSigns();
        services.AddSingleton(s => new PageViewer(s.GetServices<IPageSign>(), s.GetRequiredService<IOptions<CrawlSettings>>()));
        services.AddSingleton<IRuleTexts, RuleTexts>();
        services.AddSingleton<IAcrossPages, PagesTogether>();
        services.AddSingleton<PageAuditor>();
        services.AddSingleton<DocumentAuditor>();
        services.AddSingleton<IPageAuditor, AuditorByKind>();
        services.AddSingleton<SampleReplacement>();
        services.AddSingleton<AuditPageHandler>();
        return services;
    }
}
