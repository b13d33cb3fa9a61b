namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The names of languages in messages.</summary>
internal static class LanguageNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nb"] = "Norwegian Bokmål",
        ["nn"] = "Norwegian Nynorsk",
        ["en"] = "English",
        ["se"] = "Northern Sámi",
        ["sma"] = "Southern Sámi",
        ["smj"] = "Lule Sámi",
        ["da"] = "Danish",
        ["sv"] = "Swedish",
        ["fi"] = "Finnish",
        ["de"] = "German",
        ["nl"] = "Dutch",
        ["fr"] = "French",
        ["es"] = "Spanish",
        ["pt"] = "Portuguese",
        ["it"] = "Italian",
        ["pl"] = "Polish",
        ["lt"] = "Lithuanian",
        ["ru"] = "Russian",
        ["uk"] = "Ukrainian",
    };

    /// <summary>What a text was found to be, in English.</summary>
    public static string Describe(LanguageJudgement judgement) =>
        judgement.Script is { } script ? $"in {script} script"
        // A sentence of one of these is often one of the others as well.
        : judgement is { Language: "nb" or "nn" or "da", Letters: < LanguageJudge.EnoughLetters } ? "in Norwegian or Danish"
        : Names.TryGetValue(judgement.Language!, out string? name) ? $"in {name}"
        : "in a language other than the declared";
}
