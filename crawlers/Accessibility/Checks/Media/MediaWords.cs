using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Media;

/// <summary>What is looked for around media (<c>words.data.json</c>).</summary>
/// <param name="Alternatives">Parts of words that speak of a transcript or a description, all languages together.</param>
/// <param name="Described">Parts of words that speak of audio description.</param>
/// <param name="Players">Hosts, and where those do more than video the path, that embedded players come from.</param>
/// <param name="PlayerTitles">Words in a frame's title that say the same.</param>
internal sealed record MediaWords(
    IReadOnlyList<string> Alternatives, IReadOnlyList<string> Described, IReadOnlyList<string> Players, IReadOnlyList<string> PlayerTitles)
{
    /// <summary>Reads the file.</summary>
    public static MediaWords Read() => EmbeddedData.Read<MediaWords>(typeof(MediaWords), "words.data.json");
}
