namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>How a text measures against every language that is modelled.</summary>
/// <param name="Letters">Its letters.</param>
/// <param name="Scores">For each language, the logarithm of the likelihood a letter: the nearer to zero, the likelier.</param>
/// <param name="Common">For each language, the share of the text's words that are among its most frequent ones.</param>
internal sealed record Likeness(int Letters, IReadOnlyDictionary<string, double> Scores, IReadOnlyDictionary<string, double> Common)
{
    /// <summary>The likeliest language.</summary>
    public string Best { get; } = Scores.MaxBy(s => s.Value).Key;

    /// <summary>The highest score of some languages; minus infinity where none is modelled.</summary>
    public double Highest(Func<string, bool> of)
    {
        double highest = double.NegativeInfinity;
        foreach ((string code, double score) in Scores)
        {
            if (score > highest && of(code))
                highest = score;
        }
        return highest;
    }
}
