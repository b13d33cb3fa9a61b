using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.PlainLanguage;

/// <summary>
/// 1.1-plain-language, an indicator: the readability index LIX of the sampled pages' running text (C. H. Björnsson, Läsbarhet, 1968):
/// words a sentence, and of a hundred words those longer than six letters.
/// </summary>
internal sealed class PlainLanguageCheck() : SiteIndicator("1.1-plain-language")
{
    /// <summary>Words below which the index says nothing.</summary>
    public const int FewestWords = 200;

    private static readonly TextSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(PlainLanguageCheck));

    protected override IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        TextCounts[] pages = [.. Sign.On(solution).Select(p => p.Sign)];
        int words = pages.Sum(p => p.Words);
        if (words < FewestWords)
            return [Facts.Say(Source, "little", solution.Url, ("words", words), ("least", FewestWords))];
        int lix = Lix(words, pages.Sum(p => p.Long), pages.Sum(p => p.Sentences));
        return [Facts.Say(Source, "lix", solution.Url, ("lix", lix), ("level", Facts.Text(Level(lix))), ("words", words), ("pages", pages.Length))];
    }

    /// <summary>LIX, rounded.</summary>
    internal static int Lix(int words, int longWords, int sentences) =>
        (int)Math.Round((double)words / Math.Max(1, sentences) + 100.0 * longWords / words, MidpointRounding.AwayFromZero);

    // Björnsson's own steps.
    private static string Level(int lix) => lix switch
    {
        < 30 => "level.veryEasy",
        < 40 => "level.easy",
        < 50 => "level.medium",
        < 60 => "level.hard",
        _ => "level.veryHard",
    };
}
