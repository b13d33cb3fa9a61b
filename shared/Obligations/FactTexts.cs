using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>
/// The sentences that one folder's evidence is made of, as data beside its code (<c>facts.data.json</c>): by key, in every language, with named places for values.
/// Evidence keeps what was said in every language, so that it can be shown a year later as it was.
/// </summary>
public sealed partial class FactTexts
{
    private readonly IReadOnlyDictionary<string, LocalizedText> texts;

    private FactTexts(IReadOnlyDictionary<string, LocalizedText> texts) => this.texts = texts;

    /// <summary>Reads the file that stands beside a type.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static FactTexts Beside(Type type) => new(EmbeddedData.Read<Dictionary<string, LocalizedText>>(type, "facts.data.json"));

    /// <summary>Says one fact.</summary>
    /// <param name="source">Where it was seen, a proper name.</param>
    /// <param name="key">The sentence.</param>
    /// <param name="url">Where to see it; null when nowhere.</param>
    /// <param name="values">What stands in its places: text, numbers, days (written year first), or texts in every language.</param>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public Evidence Say(string source, string key, string? url = null, params IReadOnlyList<(string Name, object? Value)> values)
    {
        LocalizedText said = Text(key, values);
        return new Evidence(source, said.En, url) { Texts = said };
    }

    /// <summary>A part of a sentence, to stand in a place of another.</summary>
    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public LocalizedText Text(string key, params IReadOnlyList<(string Name, object? Value)> values)
    {
        LocalizedText text = texts[key];
        return new LocalizedText(Fill(text, Language.Nb, values), Fill(text, Language.Nn, values), Fill(text, Language.En, values));
    }

    // In one pass, so that a value out of a registry is never read as a place itself.
    private static string Fill(LocalizedText text, Language language, IReadOnlyList<(string Name, object? Value)> values) =>
        Place().Replace(text.In(language), place => values.FirstOrDefault(v => v.Name == place.Groups[1].Value).Value switch
        {
            null => "–",
            LocalizedText value => value.In(language),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var value => value.ToString() ?? "",
        }).TrimEnd();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Place();
}
