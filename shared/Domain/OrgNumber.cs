using System.Diagnostics.CodeAnalysis;

namespace Monitor.Shared.Domain;

/// <summary>
/// The organisation number of a Norwegian body: nine digits, the last a modulus-11 check digit
/// (ISO 6523 scheme 0192 NO:ORG). No other test is made: which numbers are in use is for Enhetsregisteret to say.
/// </summary>
[System.Text.Json.Serialization.JsonConverter(typeof(ParsableJsonConverter<OrgNumber>))]
public readonly record struct OrgNumber : IParsable<OrgNumber>
{
    private static readonly int[] Weights = [3, 2, 7, 6, 5, 4, 3, 2];

    private readonly string? digits;

    private OrgNumber(string digits) => this.digits = digits;

    /// <summary>The nine digits; the form stored, compared and sent.</summary>
    public string Value => digits ?? throw new InvalidOperationException("An organisation number was never set.");

    /// <summary>The form shown to people: three groups parted by hard spaces, <c>991 825 827</c>.</summary>
    public string Display => $"{Value[..3]}\u00A0{Value[3..6]}\u00A0{Value[6..]}";

    /// <summary>Reads nine digits, white space between them ignored; false when the check digit does not fit.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OrgNumber result)
    {
        result = default;
        if (s is null || s.Length > 32)
            return false;

        string compact = string.Concat(s.Where(c => !char.IsWhiteSpace(c)));
        if (compact.Length != 9 || !compact.All(char.IsAsciiDigit))
            return false;

        int sum = 0;
        for (int i = 0; i < Weights.Length; i++)
            sum += Weights[i] * (compact[i] - '0');
        int check = (11 - sum % 11) % 11;
        if (check != compact[8] - '0')
            return false;

        result = new OrgNumber(compact);
        return true;
    }

    /// <inheritdoc cref="TryParse(string?, IFormatProvider?, out OrgNumber)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, out OrgNumber result) => TryParse(s, null, out result);

    /// <summary>Reads an organisation number that is known to be valid.</summary>
    /// <exception cref="FormatException">It is not valid.</exception>
    public static OrgNumber Parse(string s) =>
        TryParse(s, null, out OrgNumber result) ? result : throw new FormatException($"'{s}' is no organisation number.");

    static OrgNumber IParsable<OrgNumber>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    public override string ToString() => digits ?? "";
}
