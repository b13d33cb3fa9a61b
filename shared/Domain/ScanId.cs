using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Monitor.Shared.Domain;

/// <summary>
/// Names one scan, <c>solution-invertedTicks-xxxx</c>: a solution's scans list newest first, and the id leads to its solution and agency.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ParsableJsonConverter<ScanId>))]
public readonly record struct ScanId : IParsable<ScanId>
{
    private const int SuffixLength = 4;
    private readonly string rest;

    private ScanId(SolutionId solution, string rest)
    {
        Solution = solution;
        this.rest = rest;
    }

    /// <summary>The solution scanned.</summary>
    public SolutionId Solution { get; }

    /// <summary>The agency whose solution it is.</summary>
    public OrgNumber Agency => Solution.Agency;

    /// <summary>When the scan was ordered (UTC), as the id tells.</summary>
    public DateTimeOffset OrderedAt => InvertedTicks.ToTime(rest[..InvertedTicks.Length]);

    /// <summary>A new id for a scan ordered now.</summary>
    public static ScanId New(SolutionId solution, DateTimeOffset now) =>
        new(solution, $"{InvertedTicks.From(now)}-{Base32.Random(SuffixLength)}");

    /// <summary>The id of a scan ordered now for a cause that happens once: the same moment and cause make the same id, without chance.</summary>
    public static ScanId New(SolutionId solution, DateTimeOffset now, string cause) =>
        new(solution, $"{InvertedTicks.From(now)}-{Base32.Hash($"{solution}\n{now.UtcTicks}\n{cause}", SuffixLength)}");

    /// <summary>Reads an id; false when it is not of the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ScanId result)
    {
        result = default;
        string[] parts = s is { Length: 18 + 1 + InvertedTicks.Length + 1 + SuffixLength } ? s.Split('-') : [];
        if (parts.Length != 4
            || !SolutionId.TryParse($"{parts[0]}-{parts[1]}", null, out SolutionId solution)
            || !InvertedTicks.IsValid(parts[2])
            || !IdText.IsBase32(parts[3], SuffixLength))
            return false;
        result = new ScanId(solution, $"{parts[2]}-{parts[3]}");
        return true;
    }

    /// <summary>Reads an id that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static ScanId Parse(string s) =>
        TryParse(s, null, out ScanId result) ? result : throw new FormatException($"'{s}' is no scan id.");

    static ScanId IParsable<ScanId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public override string ToString() => rest is null ? "" : $"{Solution}-{rest}";
}

/// <summary>Times that sort newest first as text: what is left to the end of the calendar, in ticks, nineteen digits.</summary>
public static class InvertedTicks
{
    /// <summary>Characters in the text.</summary>
    public const int Length = 19;

    /// <summary>The text of a moment.</summary>
    public static string From(DateTimeOffset time) =>
        (DateTimeOffset.MaxValue.UtcTicks - time.UtcTicks).ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>The moment (UTC) of a valid text.</summary>
    public static DateTimeOffset ToTime(string text) =>
        new(DateTimeOffset.MaxValue.UtcTicks - long.Parse(text, CultureInfo.InvariantCulture), TimeSpan.Zero);

    /// <summary>Whether the text names a moment.</summary>
    public static bool IsValid(string text) =>
        text.Length == Length && text.All(char.IsAsciiDigit)
        && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks;
}

internal static class IdText
{
    public static bool IsBase32(string text, int length) =>
        text.Length == length && text.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7'));
}
