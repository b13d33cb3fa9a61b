using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Naive Bayes over runs of three letters and frequent words.</summary>
internal sealed class LanguageModels
{
    private readonly IReadOnlyList<LanguageModel> models;
    private readonly Dictionary<string, float[]> grams = [];
    private readonly Dictionary<string, float[]> words = [];

    /// <summary>Makes them ready for measuring.</summary>
    public LanguageModels(IReadOnlyList<LanguageModel> models)
    {
        this.models = models;
        for (int i = 0; i < models.Count; i++)
        {
            foreach ((string gram, double log) in models[i].GramLogs())
                Row(grams, gram, m => m.Rare)[i] = (float)log;
            foreach ((string word, double log) in models[i].WordLogs())
                Row(words, word, _ => LanguageModel.RareWord)[i] = (float)log;
        }
    }

    /// <summary>Those that ship with the check.</summary>
    public static LanguageModels Shipped { get; } = new(EmbeddedData.Read<ModelsFile>(typeof(LanguageModels), "models.data.json").Languages);

    /// <summary>The model of a language.</summary>
    public LanguageModel this[string code] => models.First(m => m.Code == code);

    /// <summary>Whether there is a model of a declared language, or of one that it includes.</summary>
    public bool Knows(DeclaredLanguage declared) => models.Any(m => declared.Names(m.Code));

    /// <summary>Measures a text; null when it has no word.</summary>
    public Likeness? Measure(Wording text)
    {
        if (text.Letters == 0)
            return null;
        double[] sums = new double[models.Count];
        int[] common = new int[models.Count];
        foreach (string gram in text.Grams)
        {
            float[]? row = grams.GetValueOrDefault(gram);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += row?[i] ?? models[i].Rare;
        }
        foreach (float[] row in text.Words.Select(w => words.GetValueOrDefault(w)).OfType<float[]>())
        {
            for (int i = 0; i < sums.Length; i++)
            {
                sums[i] += row[i];
                if (row[i] > LanguageModel.RareWord)
                    common[i]++;
            }
        }
        return new Likeness(
            text.Letters,
            models.Index().ToDictionary(m => m.Item.Code, m => sums[m.Index] / text.Letters),
            models.Index().ToDictionary(m => m.Item.Code, m => (double)common[m.Index] / text.Words.Count));
    }

    private float[] Row(Dictionary<string, float[]> table, string key, Func<LanguageModel, double> otherwise)
    {
        if (!table.TryGetValue(key, out float[]? row))
            table[key] = row = [.. models.Select(m => (float)otherwise(m))];
        return row;
    }

    private sealed record ModelsFile(IReadOnlyList<LanguageModel> Languages);
}
