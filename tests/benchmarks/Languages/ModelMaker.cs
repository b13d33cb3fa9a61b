using Monitor.Crawlers.Accessibility.Checks.Language;

namespace Monitor.Benchmarks.Languages;

/// <summary>Counts a corpus into a model. Nothing of the texts is kept but how often three letters and single words occur.</summary>
internal static class ModelMaker
{
    // Letters that no listed run has are shared among about as many runs as a language has that are rare.
    private const int RareKinds = 8000;
    // The shortest texts that are judged.
    private const int Letters = 150;
    private const double Tail = 0.005;
    private const double MostCharacters = 1_000_000;

    private static readonly string[] Ours = ["nb", "nn", "en", "se", "sma", "smj", "da", "sv", "fi", "de", "nl", "fr", "es", "pt", "it", "pl", "lt"];
    // Languages that ours could be taken for are modelled as well as ours.
    private static readonly string[] Near = [.. Ours, "smn", "fo"];

    public static LanguageModel Make(string code, IReadOnlyList<Piece> pieces)
    {
        bool near = Near.Contains(code);
        Wording[] texts = [.. Spread([.. pieces.Where(p => p.Share == Share.Training)]).SelectMany(p => p.Sentences).Select(Wording.Of)];
        (string[] grams, double covered) = Frequent(texts.SelectMany(t => t.Grams), near ? 4000 : 1500);
        (string[] words, _) = Frequent(texts.SelectMany(t => t.Words), near ? 400 : 120, " ");
        double rare = Math.Log((1 - covered) / RareKinds);
        return new LanguageModel(code, Ours.Contains(code), Math.Round(rare, 2), 0, 0, grams, words);
    }

    /// <summary>Sets what is typical of each language of ours, measured by all models.</summary>
    public static IReadOnlyList<LanguageModel> Tune(IReadOnlyList<LanguageModel> raw, IReadOnlyDictionary<string, IReadOnlyList<Piece>> corpora)
    {
        var models = new LanguageModels(raw);
        return [.. raw.Select(m =>
        {
            Likeness[] texts = [.. Excerpts.OfLetters(corpora[m.Code], Share.Tuning, Letters).Select(t => models.Measure(t)!)];
            return m with
            {
                Typical = Math.Round(Low(texts.Select(t => t.Scores[m.Code])), 2), Common = Math.Round(Low(texts.Select(t => t.Common[m.Code])), 2),
            };
        })];
    }

    /// <summary>A large corpus counts no more than a small one: as many of its pieces as suffice, evenly.</summary>
    private static IEnumerable<Piece> Spread(Piece[] pieces)
    {
        double step = Math.Max(1, pieces.Sum(p => p.Sentences.Sum(s => (double)s.Length)) / MostCharacters);
        return Enumerable.Range(0, (int)(pieces.Length / step)).Select(i => pieces[(int)(i * step)]);
    }

    private static double Low(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[(int)(sorted.Length * Tail)];
    }

    /// <summary>The most frequent ones in rows by the logarithm of their share, and the share of all that they cover.</summary>
    private static (string[] Rows, double Covered) Frequent(IEnumerable<string> all, int most, string between = "")
    {
        (string Key, int Count)[] counted = [.. all.CountBy(k => k).Select(k => (k.Key, k.Value)).OrderByDescending(k => k.Value).ThenBy(k => k.Key, StringComparer.Ordinal)];
        double total = counted.Sum(k => (double)k.Count);
        var kept = counted.Take(most).Where(k => k.Count > 1).ToLookup(k => (int)Math.Round(-Math.Log(k.Count / total) / LanguageModel.Step), k => k.Key);
        return ([.. Enumerable.Range(0, kept.Max(k => k.Key) + 1).Select(i => string.Join(between, kept[i].Order(StringComparer.Ordinal)))],
            counted.Take(most).Where(k => k.Count > 1).Sum(k => k.Count) / total);
    }
}
