using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>What a <c>lang</c> attribute says, by its primary subtag (BCP 47).</summary>
/// <param name="Code">The subtag, the shortest one where ISO 639 has several.</param>
internal sealed partial record DeclaredLanguage(string Code)
{
    // Written languages so near to each other that only a person may say which one a text is in.
    private static readonly string[][] Relatives = [["nb", "nn", "no", "da"], ["en", "sco"]];
    private static readonly string[] Sami = ["se", "sma", "smj", "smn"];
    // Languages without a model; a text of theirs might look like one of their neighbours.
    private static readonly (string[] Without, string[] Neighbours)[] Families =
    [
        (["sje", "sju", "sjd", "sms", "smi"], Sami),
        (["fkv", "fit", "krl", "olo", "vep", "izh", "vot"], ["fi", "et"]),
        (["lb", "gsw", "bar", "ksh", "pfl", "nds", "pdc", "yi", "af", "fy", "li", "vls", "zea"], ["de", "nl"]),
        (["ca", "gl", "oc", "ast", "an", "ext", "mwl", "lad", "co", "sc", "scn", "nap", "lij", "lmo", "pms", "vec", "fur", "rm", "wa", "pcd", "frp", "ht", "ia", "pap"],
            ["es", "pt", "it", "fr"]),
        (["sk", "szl", "csb", "hsb", "dsb"], ["pl", "cs"]),
        (["lv", "ltg", "sgs"], ["lt"]),
    ];

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
        ["nld"] = "nl",
        ["lit"] = "lt",
        ["ita"] = "it",
        ["por"] = "pt",
        ["ukr"] = "uk",
        ["rus"] = "ru",
        ["ara"] = "ar",
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
        || Families.Any(f => f.Without.Contains(Code) && f.Neighbours.Contains(language));

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex Shape();
}
