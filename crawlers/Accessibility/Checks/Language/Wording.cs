using System.Globalization;
using System.Text;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>A text as it is judged: its words in small letters, all else left out.</summary>
/// <param name="Words">The words.</param>
/// <param name="Letters">How many letters they have.</param>
internal sealed record Wording(IReadOnlyList<string> Words, int Letters)
{
    private const int LongestWord = 40;

    /// <summary>Reads a text. Addresses and words with digits or other signs inside them belong to no language.</summary>
    public static Wording Of(string text)
    {
        var words = new List<string>();
        foreach (string token in text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            string word = token.Trim(Edges).Replace('’', '\'');
            if (word.Length is > 0 and <= LongestWord && word.All(IsOfWord))
                words.AddRange(word.Split(Joints, StringSplitOptions.RemoveEmptyEntries).Select(w => w.ToLower(CultureInfo.InvariantCulture)));
        }
        return new Wording(words, words.Sum(w => w.Length));
    }

    /// <summary>The runs of letters of each word, its ends marked by a space.</summary>
    public IEnumerable<string> Grams => Words.SelectMany(GramsOf);

    private static IEnumerable<string> GramsOf(string word)
    {
        string padded = $" {word} ";
        for (int i = 0; i + LanguageModel.GramLength <= padded.Length; i++)
            yield return padded.Substring(i, LanguageModel.GramLength);
    }

    private static readonly char[] Edges = [.. ".,;:!?\"'()[]{}«»“”„‘’…–—-*·•/%&§#+=<>|"];
    private static readonly char[] Joints = ['-', '\'', '/', '–'];

    private static bool IsOfWord(char c) => char.IsLetter(c) || char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || Joints.Contains(c);
}
