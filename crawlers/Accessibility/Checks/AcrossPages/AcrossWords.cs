using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>The words that pages are compared by.</summary>
internal static partial class AcrossWords
{
    // A prefix this long is the same word in another form, or the first part of a compound.
    private const int Stem = 4;

    private static readonly WordData Data = EmbeddedData.Read<WordData>(typeof(AcrossWords), "words.data.json");
    private static readonly HashSet<string> Relative = [.. Data.Relative];

    /// <summary>Parameters and path segments that number the pages of one list.</summary>
    public static IReadOnlySet<string> Paging { get; } = new HashSet<string>(Data.Paging, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a link's text says that it leads to an index.</summary>
    public static bool NameIndex(string text) => Data.Indexes.Any(i => text.Contains(i, StringComparison.OrdinalIgnoreCase));

    /// <summary>The words of a name; none when all it says hangs on the page it stands on, as <c>Neste</c> does.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        string[] words = [.. Word().Matches(name.ToLowerInvariant()).Select(m => m.Value)];
        return words.All(Relative.Contains) ? [] : words;
    }

    /// <summary>Whether two names have a word in common, or one that begins alike.</summary>
    public static bool Share(IReadOnlyList<string> one, IReadOnlyList<string> other) =>
        one.Any(a => other.Any(b => a == b || a.Length >= Stem && b.Length >= Stem && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal) || a[..Stem] == b[..Stem])));

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();

    private sealed record WordData(IReadOnlyList<string> Relative, IReadOnlyList<string> Paging, IReadOnlyList<string> Indexes);
}
