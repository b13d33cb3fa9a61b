using System.Diagnostics.CodeAnalysis;

namespace Monitor.Shared.Domain;

/// <summary>
/// Names one web solution, <c>orgnr-xxxxxxxx</c>. It carries its agency, so that who may see it is decided before anything is read.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ParsableJsonConverter<SolutionId>))]
public readonly record struct SolutionId : IParsable<SolutionId>
{
    private const int SuffixLength = 8;
    private readonly string suffix;

    private SolutionId(OrgNumber agency, string suffix)
    {
        Agency = agency;
        this.suffix = suffix;
    }

    /// <summary>The agency whose solution it is.</summary>
    public OrgNumber Agency { get; }

    /// <summary>A new, random id within the agency.</summary>
    public static SolutionId New(OrgNumber agency) => new(agency, Base32.Random(SuffixLength));

    /// <summary>Reads an id; false when it is not of the form.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SolutionId result)
    {
        result = default;
        string[] parts = s is { Length: 9 + 1 + SuffixLength } ? s.Split('-') : [];
        if (parts.Length != 2 || !OrgNumber.TryParse(parts[0], out OrgNumber agency) || parts[0].Length != 9 || !IdText.IsBase32(parts[1], SuffixLength))
            return false;
        result = new SolutionId(agency, parts[1]);
        return true;
    }

    /// <summary>Reads an id that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static SolutionId Parse(string s) =>
        TryParse(s, null, out SolutionId result) ? result : throw new FormatException($"'{s}' is no solution id.");

    static SolutionId IParsable<SolutionId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public override string ToString() => suffix is null ? "" : $"{Agency}-{suffix}";
}
