using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Words;

/// <summary>Texts that say nothing of what they stand for (<c>phrases.data.json</c>). All languages together: a text is of one language, its page often of two.</summary>
internal static partial class EmptyPhrases
{
    private static readonly PhraseFile Data = EmbeddedData.Read<PhraseFile>(typeof(EmptyPhrases), "phrases.data.json");

    /// <summary>Of links; of headings and labels too.</summary>
    public static IReadOnlySet<string> Links { get; } = Data.Links.All;

    /// <summary>Of headings.</summary>
    public static IReadOnlySet<string> Headings { get; } = Data.Headings.All;

    /// <summary>Of form fields.</summary>
    public static IReadOnlySet<string> Labels { get; } = Data.Labels.All;

    /// <summary>Of pages.</summary>
    public static IReadOnlySet<string> Titles { get; } = Data.Titles.All;

    /// <summary>Of images.</summary>
    public static IReadOnlySet<string> Images { get; } = Data.Images.All;

    /// <summary>A text as the lists have it: in small letters, without arrows and punctuation around it.</summary>
    public static string Plain(string text) => Around().Replace(Spaces().Replace(text, " "), "").ToLowerInvariant();

    [GeneratedRegex(@"^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$")]
    private static partial Regex Around();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    private sealed record PhraseFile(ByLanguage Links, ByLanguage Headings, ByLanguage Labels, ByLanguage Titles, ByLanguage Images);

    private sealed record ByLanguage(IReadOnlyList<string> Nb, IReadOnlyList<string> Nn, IReadOnlyList<string> En)
    {
        public IReadOnlySet<string> All => (HashSet<string>)[.. Nb, .. Nn, .. En];
    }
}
