using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>Dates as PDFs write them: <c>D:20220201…</c> in their properties (ISO 32000-1, 7.9.4), <c>2022-02-01…</c> in XMP.</summary>
internal static partial class PdfDate
{
    /// <summary>The day; null where there is none that can be read. A date without month and day says too little.</summary>
    public static DateOnly? Read(string? text) =>
        Day().Match(text ?? "") is { Success: true } day
        && DateOnly.TryParseExact($"{day.Groups[1].Value}{day.Groups[2].Value}{day.Groups[3].Value}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : null;

    [GeneratedRegex("^(?:D:)?([0-9]{4})-?([0-9]{2})-?([0-9]{2})")]
    private static partial Regex Day();
}
