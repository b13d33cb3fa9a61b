using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.VisualReferences;

/// <summary>How instructions point at things by what can only be seen (<c>instructions.data.json</c>).</summary>
internal static partial class VisualInstructions
{
    private static readonly IReadOnlyDictionary<string, LanguageData> Data =
        EmbeddedData.Read<Dictionary<string, LanguageData>>(typeof(VisualInstructions), "instructions.data.json");

    private static readonly IReadOnlyList<(Regex Verb, Regex[] Patterns)> Languages =
        [.. Data.Values.Select(l => (Whole(Any(l.Verbs)), l.Patterns.Select(p => Whole(l.Fill(p))).ToArray()))];

    /// <summary>Words of which every pattern holds one, as expressions: text without any need not be looked at.</summary>
    public static IReadOnlyList<string> Cues { get; } =
        [.. Data.Values.SelectMany(l => (string[])[.. l.Colours, .. l.Shades, .. l.Shapes, .. l.Sizes, .. l.Sides, .. l.Below]).Distinct()];

    /// <summary>What in each sentence of a text points so, one phrase a sentence.</summary>
    public static IReadOnlyList<string> In(string text) => [.. Sentences().Split(text).Select(Phrase).OfType<string>()];

    private static string? Phrase(string sentence)
    {
        // What is named in quotation marks can be found by its name.
        if (Quotes().IsMatch(sentence))
            return null;
        foreach ((Regex verb, Regex[] patterns) in Languages.Where(l => l.Verb.IsMatch(sentence)))
        {
            if (patterns.Select(p => p.Match(sentence)).FirstOrDefault(m => m.Success) is { } found)
                return found.Value;
        }
        return null;
    }

    private static string Any(IEnumerable<string> words) => $"(?:{string.Join('|', words)})";

    private static Regex Whole(string pattern) =>
        new($@"(?<!\p{{L}})(?:{pattern})(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"(?<=[.!?])\s+")]
    private static partial Regex Sentences();

    [GeneratedRegex("[«»“”„\"]|(?<!\\p{L})['‘’]\\p{L}")]
    private static partial Regex Quotes();

    /// <summary>One language.</summary>
    /// <param name="Things">What is pointed at.</param>
    /// <param name="Colours">Colours before a thing.</param>
    /// <param name="Shades">Colours that something is marked with.</param>
    /// <param name="Shapes">Shapes.</param>
    /// <param name="Sizes">Sizes.</param>
    /// <param name="Sides">Right and left.</param>
    /// <param name="Below">Below and above.</param>
    /// <param name="Verbs">What makes a sentence an instruction.</param>
    /// <param name="Patterns">Expressions, with the lists above by their names in braces.</param>
    private sealed record LanguageData(
        IReadOnlyList<string> Things, IReadOnlyList<string> Colours, IReadOnlyList<string> Shades, IReadOnlyList<string> Shapes, IReadOnlyList<string> Sizes,
        IReadOnlyList<string> Sides, IReadOnlyList<string> Below, IReadOnlyList<string> Verbs, IReadOnlyList<string> Patterns)
    {
        public string Fill(string pattern) => pattern
            .Replace("{things}", Any(Things), StringComparison.Ordinal)
            .Replace("{colours}", Any(Colours), StringComparison.Ordinal)
            .Replace("{shades}", Any(Shades), StringComparison.Ordinal)
            .Replace("{shapes}", Any(Shapes), StringComparison.Ordinal)
            .Replace("{sizes}", Any(Sizes), StringComparison.Ordinal)
            .Replace("{sides}", Any(Sides), StringComparison.Ordinal)
            .Replace("{below}", Any(Below), StringComparison.Ordinal);
    }
}
