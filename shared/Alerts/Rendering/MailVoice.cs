using System.Globalization;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Alerts.Rendering;

/// <summary>Says things in one language: its texts, dates and numbers.</summary>
internal sealed class MailVoice(Language language)
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");

    private readonly CultureInfo culture = language.Culture();

    public Language Language => language;

    public string Say(LocalizedText text, params object[] values) => string.Format(culture, text.In(language), values);

    /// <summary>A number with the language's grouping.</summary>
    public string Count(int number) => number.ToString("N0", culture);

    /// <summary>A text with a number, and perhaps more, in it.</summary>
    public string Counted(CountedText text, int number, params object[] more) => Say(text.For(number), [Count(number), .. more]);

    /// <summary>The day in Norway.</summary>
    public string Day(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Oslo).ToString(MailTexts.All.DateFormat.In(language), culture);

    /// <summary>The language of a text that is English whatever the mail's is; null where that is the mail's own.</summary>
    public string? English => language == Language.En ? null : Language.En.Code();
}
