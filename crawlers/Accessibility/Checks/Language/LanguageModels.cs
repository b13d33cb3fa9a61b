using System.Runtime.InteropServices;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>Naive Bayes over runs of three letters and frequent words.</summary>
internal sealed class LanguageModels
{
    private readonly IReadOnlyList<LanguageModel> models;
    private readonly Dictionary<string, LanguageModel> byCode;
    private readonly Dictionary<ulong, float[]> grams = [];
    private readonly Dictionary<string, float[]> words = [];
    private readonly float[] unlisted;

    /// <summary>Makes them ready for measuring.</summary>
    public LanguageModels(IReadOnlyList<LanguageModel> models)
    {
        this.models = models;
        byCode = models.ToDictionary(m => m.Code);
        unlisted = [.. models.Select(m => (float)m.Rare)];
        float[] rareWord = [.. models.Select(_ => (float)LanguageModel.RareWord)];
        for (int i = 0; i < models.Count; i++)
        {
            foreach ((string gram, double log) in models[i].GramLogs())
                Row(grams, Key(gram[0], gram[1], gram[2]), unlisted)[i] = (float)log;
            foreach ((string word, double log) in models[i].WordLogs())
                Row(words, word, rareWord)[i] = (float)log;
        }
    }

    /// <summary>Those that ship with the check.</summary>
    public static LanguageModels Shipped { get; } = new(EmbeddedData.Read<ModelsFile>(typeof(LanguageModels), "models.data.json").Languages);

    /// <summary>The model of a language.</summary>
    public LanguageModel this[string code] => byCode[code];

    /// <summary>Whether there is a model of a declared language, or of one that it includes.</summary>
    public bool Knows(DeclaredLanguage declared) => models.Any(m => declared.Names(m.Code));

    /// <summary>Measures a text; null when it has no word.</summary>
    public Likeness? Measure(Wording text)
    {
        if (text.Letters == 0)
            return null;
        double[] sums = new double[models.Count];
        int[] common = new int[models.Count];
        foreach (string word in text.Words)
        {
            AddGrams(word, sums);
            if (!words.TryGetValue(word, out float[]? row))
                continue;
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

    // The same runs as Wording.Grams, without a string for each: a page has some fifty thousand.
    private void AddGrams(string word, double[] sums)
    {
        (char before, char at) = (' ', word[0]);
        for (int next = 1; next <= word.Length; next++)
        {
            char after = next < word.Length ? word[next] : ' ';
            float[] row = grams.GetValueOrDefault(Key(before, at, after), unlisted);
            for (int i = 0; i < sums.Length; i++)
                sums[i] += row[i];
            (before, at) = (at, after);
        }
    }

    private static ulong Key(char first, char second, char third) => ((ulong)first << 32) | ((ulong)second << 16) | third;

    private static float[] Row<T>(Dictionary<T, float[]> table, T key, float[] otherwise)
        where T : notnull =>
        CollectionsMarshal.GetValueRefOrAddDefault(table, key, out _) ??= [.. otherwise];

    private sealed record ModelsFile(IReadOnlyList<LanguageModel> Languages);
}
