using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>What a <c>lang</c> attribute says, by its primary subtag (BCP 47).</summary>
/// <param name="Code">The subtag, the shortest one where ISO 639 has several.</param>
internal sealed partial record DeclaredLanguage(string Code)
{
    // Written languages so near to each other that only a person may say which one a text is in.
    private static readonly string[][] Relatives = [["nb", "nn", "no", "da"], ["en", "sco"]];
    // Sámi languages without a model; a text of theirs might look like one of their neighbours.
    private static readonly string[] OtherSami = ["sje", "sju", "sjd", "sms", "smi"];
    private static readonly string[] Sami = ["se", "sma", "smj", "smn"];

    private static readonly Dictionary<string, string> Longer = new(StringComparer.Ordinal)
    {
        ["nob"] = "nb",
        ["nno"] = "nn",
        ["nor"] = "no",
        ["eng"] = "en",
        ["sme"] = "se",
        ["dan"] = "da",
        ["swe"] = "sv",
        ["deu"] = "de",
        ["fra"] = "fr",
        ["spa"] = "es",
        ["fin"] = "fi",
        ["pol"] = "pl",
        ["ku"] = "kmr",
    };

    /// <summary>Reads an attribute; null where it names no language, which other rules report.</summary>
    public static DeclaredLanguage? Read(string? attribute)
    {
        if (attribute is null || !Shape().IsMatch(attribute.Trim()))
            return null;
        string code = attribute.Trim().Split('-')[0].ToLowerInvariant();
        return code is "und" or "mul" or "zxx" or "mis" ? null : new DeclaredLanguage(Longer.GetValueOrDefault(code, code));
    }

    /// <summary>Whether it names a language, the macro language <c>no</c> included for both of its written forms.</summary>
    public bool Names(string language) => Code == language || (Code == "no" && language is "nb" or "nn") || (Code == "smi" && Sami.Contains(language));

    /// <summary>Whether a text in a language could be taken for one in the declared.</summary>
    public bool IsNear(string language) =>
        Names(language)
        || Relatives.Any(r => r.Contains(Code) && r.Contains(language))
        || (OtherSami.Contains(Code) && Sami.Contains(language));

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Shape();
}
