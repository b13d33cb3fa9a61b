namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Holds a text against the language declared for it.</summary>
internal sealed class LanguageJudge(LanguageModels models)
{
    /// <summary>Texts with fewer letters are judged only where they have a declaration of their own.</summary>
    public const int FewestLetters = 60;

    /// <summary>Texts with fewer letters are never without doubt, unless the declaration is their own.</summary>
    public const int EnoughLetters = 150;

    /// <summary>How much likelier a letter a language must be, as a logarithm, for there to be no doubt; set on texts held out from training.</summary>
    public const double WideMargin = 0.5;

    /// <summary>The same where a person must look.</summary>
    public const double ClearMargin = 0.3;

    // Bokmål and nynorsk share most of their words.
    private const double RelativesMargin = 0.2;
    // Foreign names stand in Latin texts; half a text is no name.
    private const double ForeignLetters = 0.5;
    private const double NothingButForeign = 0.9;

    /// <summary>With the models that ship.</summary>
    public static LanguageJudge Shipped { get; } = new(LanguageModels.Shipped);

    /// <summary>The judgement; null where the text tells nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="declared">The language in force for it.</param>
    /// <param name="own">Whether that is declared for this very text: then it may be short.</param>
    public LanguageJudgement? Judge(string text, DeclaredLanguage declared, bool own = false) =>
        Script.Foreign(text) is { Share: > ForeignLetters } script ? Judge(text, script, declared, own) : Judge(Wording.Of(text), declared, own);

    /// <summary>The judgement of words in Latin letters.</summary>
    public LanguageJudgement? Judge(Wording text, DeclaredLanguage declared, bool own = false) =>
        (text.Letters >= FewestLetters || (own && ShortText.Suffices(text))) && models.Measure(text) is { } likeness ? Judge(text, likeness, declared, own) : null;

    /// <summary>The judgement of words that are measured already.</summary>
    public LanguageJudgement Judge(Wording text, Likeness likeness, DeclaredLanguage declared, bool own)
    {
        LanguageModel best = models[likeness.Best];
        Agreement agreement = text.Letters >= FewestLetters ? Hold(likeness, best, declared) : declared.Names(best.Code) ? Agreement.Agrees : Agreement.Unknown;
        if (own && agreement is Agreement.Unknown or Agreement.Doubtful && ShortText.Differs(text, likeness, models, declared))
            agreement = Agreement.Differs;
        return new LanguageJudgement(agreement, best.Code, null, text.Letters);
    }

    private LanguageJudgement? Judge(string text, (string Name, int Letters, double Share) script, DeclaredLanguage declared, bool own)
    {
        bool enough = script.Share >= NothingButForeign && script.Letters >= (own ? ShortText.FewestLetters : EnoughLetters);
        Agreement agreement = enough ? Agreement.Differs : Agreement.Doubtful;
        if (Script.Of(declared) is { } right ? right != script.Name : models.Knows(declared) && !Script.Also(declared, script.Name))
            return new LanguageJudgement(agreement, null, script.Name, script.Letters);
        return declared.Code is "ru" or "uk" && Script.RussianOrUkrainian(text) is { } language
            ? new LanguageJudgement(declared.Names(language) ? Agreement.Agrees : agreement, language, null, script.Letters)
            : null;
    }

    private Agreement Hold(Likeness text, LanguageModel best, DeclaredLanguage declared)
    {
        if (declared.Names(best.Code))
            return Agreement.Agrees;
        if (declared.IsNear(best.Code))
        {
            double own = text.Highest(declared.Names);
            return text.Scores[best.Code] - own is >= RelativesMargin and < double.PositiveInfinity ? Agreement.NearRelative : Agreement.Unknown;
        }

        // Neither the declared language nor the likeliest is one that we can speak of.
        if (!best.Ours && !models.Knows(declared))
            return Agreement.Unknown;

        // What is nothing like the declared language must also be like its own, and like no other.
        double margin = text.Scores[best.Code] - text.Highest(declared.IsNear);
        double lead = text.Scores[best.Code] - text.Highest(code => !new DeclaredLanguage(best.Code).IsNear(code));
        bool typical = text.Scores[best.Code] >= best.Typical && text.Common[best.Code] >= best.Common;
        return Math.Min(margin, lead) switch
        {
            >= WideMargin when best.Ours && typical && text.Letters >= EnoughLetters => Agreement.Differs,
            >= WideMargin when text.Letters >= EnoughLetters => Agreement.Doubtful,
            >= ClearMargin when best.Ours && typical => Agreement.Doubtful,
            _ => Agreement.Unknown,
        };
    }
}
