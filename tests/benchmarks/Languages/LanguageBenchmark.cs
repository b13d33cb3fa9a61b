using System.Text.Encodings.Web;
using System.Text.Json;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Shared.Domain;

namespace Monitor.Benchmarks.Languages;

/// <summary>Makes the models of the check <c>language</c> from public corpora, and measures how often the check would err.</summary>
internal static class LanguageBenchmark
{
    private static readonly int[] Lengths = [60, 150, 300];
    private static readonly JsonSerializerOptions Plain = new(MonitorJson.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static Task<bool> RunAsync(BenchmarkArguments args)
    {
        if (args.Text(0) is not { } folder || !Directory.Exists(folder))
            throw new ArgumentException("Name a folder with one folder of corpora a language, named by its subtag; docs/checks/language.md lists which.");
        Dictionary<string, IReadOnlyList<Piece>> corpora = Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal)
            .ToDictionary(d => Path.GetFileName(d), Corpus.Read);
        IReadOnlyList<LanguageModel> models = ModelMaker.Tune([.. corpora.Select(c => ModelMaker.Make(c.Key, c.Value))], corpora);
        if (args.Text(1) is { } file)
            File.WriteAllText(file, JsonSerializer.Serialize(new { languages = models }, Plain) + "\n");
        Tell(models, corpora);
        return Task.FromResult(true);
    }

    private static void Tell(IReadOnlyList<LanguageModel> models, Dictionary<string, IReadOnlyList<Piece>> corpora)
    {
        foreach (LanguageModel m in models)
            Report.Line($"{m.Code}: {corpora[m.Code].Sum(p => p.Sentences.Sum(s => (long)s.Length))} characters; typical {m.Typical}, common {m.Common}");
        LanguageModel[] ours = [.. models.Where(m => m.Ours)];
        var all = new LanguageModels(models);
        foreach (int letters in Lengths)
        {
            foreach (string code in corpora.Keys)
            {
                Wording[] texts = [.. Excerpts.Of(corpora[code], Share.Measuring, letters)];
                int wrong = texts.Count(t => all.Measure(t)!.Best != code);
                Report.Line($"{letters} letters, {code}, {texts.Length} texts: {100.0 * wrong / texts.Length:0.00} % look like another language; declared rightly: {Count(all, texts, code)}");
                if (ours.Any(m => m.Code == code))
                {
                    foreach (LanguageModel other in ours.Where(m => m.Code != code))
                        Report.Line($"  declared {other.Code}: {Count(all, texts, other.Code)}");
                }
                else
                {
                    Report.Line($"  were there no model: {Count(new LanguageModels([.. models.Where(m => m.Code != code)]), texts, code)}");
                }
            }
        }
    }

    private static string Count(LanguageModels models, Wording[] texts, string declared)
    {
        var judge = new LanguageJudge(models);
        LanguageJudgement?[] found = [.. texts.Select(t => judge.Judge(t, new DeclaredLanguage(declared)))];
        return FormattableString.Invariant($"{found.Count(f => f?.Agreement == Agreement.Differs)} differ, {found.Count(f => f?.Agreement == Agreement.Doubtful)} doubtful, {found.Count(f => f?.Agreement == Agreement.NearRelative)} near relatives");
    }
}
