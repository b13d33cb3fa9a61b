using System.Globalization;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Dashboard.Wording;

/// <summary>Dates and numbers for people, as Språkrådet recommends: <c>5. juni 2026 kl. 09.05</c>, <c>12 345</c>. Times are shown as in Oslo.</summary>
public sealed class Format
{
    private static readonly TimeZoneInfo Oslo = TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo");
    private static readonly Format[] Each = [.. Languages.All.Select(l => new Format(l))];
    private readonly Language language;
    private readonly CultureInfo culture;

    private Format(Language language)
    {
        this.language = language;
        culture = language.Culture();
    }

    /// <summary>How a language writes them.</summary>
    public static Format In(Language language) => Each[(int)language];

    /// <summary>Date and time in a text: <c>5. juni 2026 kl. 09.05</c>, in English <c>5 June 2026 at 09:05</c>.</summary>
    public string Time(DateTimeOffset time) => Local(time).ToString(
        language == Language.En ? "d MMMM yyyy 'at' HH':'mm" : "d. MMMM yyyy 'kl. 'HH'.'mm", culture);

    /// <summary>The date in a text: <c>5. juni 2026</c>.</summary>
    public string Date(DateTimeOffset time) => Local(time).ToString(language == Language.En ? "d MMMM yyyy" : "d. MMMM yyyy", culture);

    /// <summary>The date in a table: <c>05.06.2026</c>, in English <c>5 Jun 2026</c>.</summary>
    public string ShortDate(DateTimeOffset time) => Local(time).ToString(language == Language.En ? "d MMM yyyy" : "dd'.'MM'.'yyyy", culture);

    /// <summary>For <c>datetime</c> attributes: UTC, ISO 8601.</summary>
    public static string Machine(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public string Number(int number) => number.ToString("N0", culture);

    /// <summary>The end of a day in Oslo that a form named (<c>yyyy-MM-dd</c>); null when it names none.</summary>
    public static DateTimeOffset? EndOfDay(string? text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) || day == DateOnly.MaxValue)
            return null;
        DateTime end = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(end, Oslo.GetUtcOffset(end)).ToUniversalTime();
    }

    /// <summary>The day in Oslo at a moment, as forms write it.</summary>
    public static string Day(DateTimeOffset time) => Local(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset time) => TimeZoneInfo.ConvertTime(time, Oslo);
}
