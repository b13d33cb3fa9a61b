using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The rules' criteria and texts (<c>language.data.json</c>) and the names of languages in messages.</summary>
internal static class LanguageData
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nb"] = "Norwegian Bokmål",
        ["nn"] = "Norwegian Nynorsk",
        ["en"] = "English",
        ["se"] = "Northern Sámi",
        ["sma"] = "Southern Sámi",
        ["smj"] = "Lule Sámi",
    };

    /// <summary>The rules.</summary>
    public static IReadOnlyList<LanguageRuleData> Rules { get; } = EmbeddedData.Read<RulesFile>(typeof(LanguageData), "language.data.json").Rules;

    /// <summary>What a text was found to be, in English.</summary>
    public static string Describe(LanguageJudgement judgement) =>
        judgement.Script is { } script ? $"in {script} script"
        : Names.TryGetValue(judgement.Language!, out string? name) ? $"in {name}"
        : "in a language other than the declared";

    private sealed record RulesFile(IReadOnlyList<LanguageRuleData> Rules);
}

/// <summary>One rule.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Wcag">Its criteria.</param>
/// <param name="Texts">What is wrong when it fails.</param>
internal sealed record LanguageRuleData(string Id, IReadOnlyList<string> Wcag, LocalizedText Texts);
