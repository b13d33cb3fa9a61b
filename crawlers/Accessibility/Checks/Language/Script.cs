namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Scripts other than the Latin.</summary>
internal static class Script
{
    private static readonly (string Name, int First, int Last)[] Known =
    [
        ("Greek", 0x370, 0x3FF), ("Cyrillic", 0x400, 0x52F), ("Armenian", 0x530, 0x58F), ("Hebrew", 0x590, 0x5FF), ("Arabic", 0x600, 0x6FF), ("Arabic", 0x750, 0x77F),
        ("Devanagari", 0x900, 0x97F), ("Bengali", 0x980, 0x9FF), ("Tamil", 0xB80, 0xBFF), ("Thai", 0xE00, 0xE7F), ("Georgian", 0x10A0, 0x10FF), ("Ethiopic", 0x1200, 0x137F),
        ("Japanese", 0x3040, 0x30FF), ("Chinese", 0x4E00, 0x9FFF), ("Korean", 0xAC00, 0xD7AF),
    ];

    // Languages that are written in one script alone, besides those with a model, which are all written in Latin letters.
    private static readonly Dictionary<string, string> Own = new(StringComparer.Ordinal)
    {
        ["el"] = "Greek",
        ["ru"] = "Cyrillic",
        ["uk"] = "Cyrillic",
        ["be"] = "Cyrillic",
        ["bg"] = "Cyrillic",
        ["mk"] = "Cyrillic",
        ["hy"] = "Armenian",
        ["he"] = "Hebrew",
        ["ar"] = "Arabic",
        ["fa"] = "Arabic",
        ["ps"] = "Arabic",
        ["ur"] = "Arabic",
        ["th"] = "Thai",
        ["ka"] = "Georgian",
        ["am"] = "Ethiopic",
        ["ti"] = "Ethiopic",
    };

    // Kurdish and Sámi as a whole are written in several.
    private static readonly (string Language, string Script)[] Others = [("kmr", "Arabic"), ("kmr", "Cyrillic"), ("smi", "Cyrillic")];

    // Letters that one of the two has and the other lacks; what has both, as Belarusian does, is neither.
    private const string Russian = "ыэъё";
    private const string Ukrainian = "їєґ";
    // Bulgarian has the hard sign too, and languages of Asia the vowels with letters of their own.
    private const string RussianAlone = "ыэ";
    private const string NotRussian = Ukrainian + "іўјөүңқә";
    private const int FewestOfThem = 3;

    /// <summary>The one script of a language that has no model; null where there are several or we don't know.</summary>
    public static string? Of(DeclaredLanguage declared) => Own.GetValueOrDefault(declared.Code);

    /// <summary>Whether a language with a model is written in another script too.</summary>
    public static bool Also(DeclaredLanguage declared, string script) => Others.Contains((declared.Code, script));

    /// <summary>The foreign script that most of a text's letters have, and how many of them, and what share of all, are in foreign ones; null where none is.</summary>
    public static (string Name, int Letters, double Share)? Foreign(string text)
    {
        int letters = 0;
        int[] found = new int[Known.Length];
        foreach (char c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            if (c >= Known[0].First && Array.FindIndex(Known, k => c >= k.First && c <= k.Last) is >= 0 and int at)
                found[at]++;
        }
        int foreign = found.Sum();
        return foreign == 0 ? null : (Known[Array.IndexOf(found, found.Max())].Name, foreign, (double)foreign / letters);
    }

    /// <summary>Which of the two a Cyrillic text is in by its letters: <c>ru</c>, <c>uk</c> or null.</summary>
    public static string? RussianOrUkrainian(string text)
    {
        string small = text.ToLowerInvariant();
        if (small.Count(RussianAlone.Contains) >= FewestOfThem && !small.Any(NotRussian.Contains))
            return "ru";
        return small.Count(Ukrainian.Contains) >= FewestOfThem && !small.Any(Russian.Contains) ? "uk" : null;
    }
}
