using System.Text.RegularExpressions;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Tells sentences from lists of names, addresses and figures, which belong to no language.</summary>
internal static partial class RunningText
{
    // Norwegian, English and Sámi prose has a capital on one word in ten to one in four.
    private const double MostCapitals = 0.4;
    private const double FewestLetters = 0.65;

    /// <summary>Whether a text reads like sentences.</summary>
    public static bool Is(string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int signs = words.Sum(w => w.Length);
        return signs > 0
            && text.Count(char.IsLetter) >= FewestLetters * signs
            && words.Count(IsCapitalised) <= MostCapitals * words.Length;
    }

    /// <summary>Whether a text reads like an entry in a list of literature, whose title may be in any language.</summary>
    public static bool IsReference(string text) => Reference().IsMatch(text);

    [GeneratedRegex(@"\b(doi|isbn|issn|arxiv)\b|https?://|\(\d{4}[a-z]?\)", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();

    // A word in capitals throughout is no name: headings are set so.
    private static bool IsCapitalised(string word)
    {
        int first = 0;
        while (first < word.Length && !char.IsLetter(word[first]))
            first++;
        return first < word.Length && char.IsUpper(word[first]) && word.Skip(first + 1).Any(char.IsLower);
    }
}
