namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Holds a text against the language declared for it.</summary>
internal sealed class LanguageJudge(LanguageModels models)
{
    /// <summary>Texts with fewer letters are not judged.</summary>
    public const int FewestLetters = 60;

    /// <summary>Texts with fewer letters are never without doubt.</summary>
    public const int EnoughLetters = 150;

    /// <summary>How much likelier a letter a language must be, as a logarithm, for there to be no doubt; set on texts held out from training.</summary>
    public const double WideMargin = 0.5;

    /// <summary>The same where a person must look.</summary>
    public const double ClearMargin = 0.3;

    // Bokmål and nynorsk share most of their words.
    private const double RelativesMargin = 0.2;
    // Foreign names stand in Latin texts; half a text is no name.
    private const double ForeignLetters = 0.5;

    /// <summary>With the models that ship.</summary>
    public static LanguageJudge Shipped { get; } = new(LanguageModels.Shipped);

    /// <summary>The judgement; null where the text tells nothing.</summary>
    public LanguageJudgement? Judge(string text, DeclaredLanguage declared)
    {
        if (Script.Foreign(text) is { Share: > ForeignLetters } script)
        {
            return models.Knows(declared)
                ? new LanguageJudgement(Agreement.Doubtful, null, script.Name, script.Letters)
                : null;
        }
        return Judge(Wording.Of(text), declared);
    }

    /// <summary>The judgement of words in Latin letters.</summary>
    public LanguageJudgement? Judge(Wording text, DeclaredLanguage declared)
    {
        if (text.Letters < FewestLetters || models.Measure(text) is not { } likeness)
            return null;
        return new LanguageJudgement(Hold(likeness, models[likeness.Best], declared), likeness.Best, null, text.Letters);
    }

    private Agreement Hold(Likeness text, LanguageModel best, DeclaredLanguage declared)
    {
        if (declared.Names(best.Code))
            return Agreement.Agrees;
        if (declared.IsNear(best.Code))
        {
            double own = Highest(text, declared.Names);
            return text.Scores[best.Code] - own is >= RelativesMargin and < double.PositiveInfinity ? Agreement.NearRelative : Agreement.Unknown;
        }

        // Neither the declared language nor the likeliest is one that we can speak of.
        if (!best.Ours && !models.Knows(declared))
            return Agreement.Unknown;

        // What is nothing like the declared language must also be like its own, and like no other.
        double margin = text.Scores[best.Code] - Highest(text, code => declared.IsNear(code));
        double lead = text.Scores[best.Code] - Highest(text, code => !new DeclaredLanguage(best.Code).IsNear(code));
        bool typical = text.Scores[best.Code] >= best.Typical && text.Common[best.Code] >= best.Common;
        return Math.Min(margin, lead) switch
        {
            >= WideMargin when best.Ours && typical && text.Letters >= EnoughLetters => Agreement.Differs,
            >= WideMargin when text.Letters >= EnoughLetters => Agreement.Doubtful,
            >= ClearMargin when best.Ours && typical => Agreement.Doubtful,
            _ => Agreement.Unknown,
        };
    }

    private static double Highest(Likeness text, Func<string, bool> of) =>
        text.Scores.Where(s => of(s.Key)).Select(s => s.Value).DefaultIfEmpty(double.NegativeInfinity).Max();
}
