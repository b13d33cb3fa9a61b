namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>One language as <c>models.data.json</c> keeps it: how often it writes which three letters and which words.</summary>
/// <param name="Code">Its primary subtag.</param>
/// <param name="Ours">Whether texts may be said to be in it; the others only keep their texts from being taken for one of ours.</param>
/// <param name="Rare">The logarithm of the share of three letters that are not listed.</param>
/// <param name="Typical">What running text in it scores a letter at least, but for one in two hundred: below it is taken for something else.</param>
/// <param name="Common">How large a share of such a text's words are among its most frequent ones at least, likewise.</param>
/// <param name="Grams">Its most frequent runs of three letters, one string a step of their logarithm.</param>
/// <param name="Words">Its most frequent words, likewise, parted by spaces.</param>
internal sealed record LanguageModel(
    string Code, bool Ours, double Rare, double Typical, double Common, IReadOnlyList<string> Grams, IReadOnlyList<string> Words)
{
    /// <summary>One step of the logarithms in the file.</summary>
    public const double Step = 0.25;

    /// <summary>How many letters are counted together.</summary>
    public const int GramLength = 3;

    /// <summary>The logarithm of the share of a word that is not listed, while others list it.</summary>
    public const double RareWord = -9;

    /// <summary>The listed runs of letters with the logarithm of their share.</summary>
    public IEnumerable<(string Gram, double Log)> GramLogs() =>
        Grams.SelectMany((row, i) => Enumerable.Range(0, row.Length / GramLength).Select(n => (row.Substring(n * GramLength, GramLength), -i * Step)));

    /// <summary>The listed words with the logarithm of their share.</summary>
    public IEnumerable<(string Word, double Log)> WordLogs() =>
        Words.SelectMany((row, i) => row.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => (w, -i * Step)));
}
