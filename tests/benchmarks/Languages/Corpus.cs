using System.Text.RegularExpressions;
using System.Xml.Linq;
using Monitor.Crawlers.Accessibility.Checks.Language;

namespace Monitor.Benchmarks.Languages;

/// <summary>What a piece of a corpus is for.</summary>
internal enum Share
{
    /// <summary>Its letters and words are counted.</summary>
    Training,

    /// <summary>What is typical of the language is set on it.</summary>
    Tuning,

    /// <summary>Errors are measured on it, and it is used for nothing else.</summary>
    Measuring,
}

/// <summary>Sentences or paragraphs that stand together.</summary>
internal sealed record Piece(Share Share, IReadOnlyList<string> Sentences);

/// <summary>
/// Texts of one language: a folder of Universal Dependencies treebanks (<c>.conllu</c>), converted documents of the GiellaLT corpora (<c>.xml</c>)
/// and their translation memories (<c>.tmx</c>). Every tenth piece tunes, two in ten measure; a sentence met before is dropped, so none is in two shares.
/// </summary>
internal static partial class Corpus
{
    private const int SentencesAPiece = 40;
    private const int Shares = 10;
    private const int ShortestSentence = 15;

    public static IReadOnlyList<Piece> Read(string folder)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        IEnumerable<string[]> chunks = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .SelectMany(f => Sentences(f, Path.GetFileName(folder)).Select(s => s.Trim()).Where(s => s.Length >= ShortestSentence && RunningText.Is(s) && seen.Add(s)).Chunk(SentencesAPiece));
        return [.. chunks.Select((c, i) => new Piece((i % Shares) switch { 3 => Share.Tuning, 6 or 9 => Share.Measuring, _ => Share.Training }, c))];
    }

    private static IEnumerable<string> Sentences(string file, string language) => Path.GetExtension(file) switch
    {
        ".conllu" => File.ReadLines(file).Where(l => l.StartsWith("# text = ", StringComparison.Ordinal)).Select(l => l[9..]),
        // A paragraph with a language of its own was found to be in another one than its document.
        ".xml" => XDocument.Load(file).Descendants("p").Where(p => p.Attribute(XNamespace.Xml + "lang") is null).Select(p => Spaces().Replace(p.Value, " ")),
        ".tmx" => XDocument.Load(file).Descendants("tuv").Where(t => (string?)t.Attribute(XNamespace.Xml + "lang") == MemoryCode(language)).Select(t => t.Value),
        _ => [],
    };

    private static string MemoryCode(string language) => language switch { "nb" => "nob", "nn" => "nno", "se" => "sme", _ => language };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
