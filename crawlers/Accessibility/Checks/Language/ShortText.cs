namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>A text of a few words with a <c>lang</c> of its own: whoever wrote that spoke of these words, so there is no surrounding language to be part of.</summary>
internal static class ShortText
{
    /// <summary>What has fewer letters tells nothing.</summary>
    public const int FewestLetters = 20;

    private const int FewestWords = 5;
    // How much likelier the whole text must be in the found language, as a logarithm; set on texts held out from training.
    private const double Likelier = 30;
    private const double LikelierALetter = 0.8;
    // Few words have a wider spread than many.
    private const double Untypical = 0.5;
    private const int FrequentWords = 2;
    // A title or a name inside a sentence may outweigh it; words of the declared language betray the sentence.
    private const double PlainWord = 4;
    private const double MostPlainWords = 0.1;

    /// <summary>Whether a text is long enough; a word said twice tells once.</summary>
    public static bool Suffices(Wording text) => text.Letters >= FewestLetters && text.Words.Distinct().Count() >= FewestWords;

    /// <summary>Whether it is nothing like the declared language and much like another, also in its frequent words.</summary>
    public static bool Differs(Wording text, Likeness likeness, LanguageModels models, DeclaredLanguage declared)
    {
        LanguageModel best = models[likeness.Best];
        if (!best.Ours || !models.Knows(declared) || declared.IsNear(best.Code) || likeness.Scores[best.Code] < best.Typical - Untypical)
            return false;
        double margin = likeness.Scores[best.Code] - likeness.Highest(declared.IsNear);
        double frequent = likeness.Common[best.Code] - likeness.Common.Where(c => declared.IsNear(c.Key)).Max(c => c.Value);
        return margin >= LikelierALetter && margin * text.Letters >= Likelier && Math.Round(frequent * text.Words.Count) >= FrequentWords
            && text.Words.Count(IsPlain) <= MostPlainWords * text.Words.Count;

        bool IsPlain(string word)
        {
            Likeness own = models.Measure(new Wording([word], word.Length))!;
            return (own.Highest(declared.IsNear) - own.Scores[best.Code]) * word.Length >= PlainWord;
        }
    }
}
