namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>How a text and the language declared for it go together.</summary>
internal enum Agreement
{
    /// <summary>The text does not tell.</summary>
    Unknown,

    /// <summary>It is in the declared language.</summary>
    Agrees,

    /// <summary>It rather seems to be in a near relative of it, such as nynorsk for bokmål.</summary>
    NearRelative,

    /// <summary>It seems to be in another language; a person must look.</summary>
    Doubtful,

    /// <summary>It is in another language, without doubt.</summary>
    Differs,
}

/// <summary>What a text was found to be.</summary>
/// <param name="Agreement">How it goes with what is declared.</param>
/// <param name="Language">The likeliest language; null where a script told.</param>
/// <param name="Script">The foreign script it is written in, or null.</param>
/// <param name="Letters">The letters it rests on.</param>
internal sealed record LanguageJudgement(Agreement Agreement, string? Language, string? Script, int Letters);
