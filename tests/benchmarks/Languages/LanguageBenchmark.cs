using System.Text.Encodings.Web;
using System.Text.Json;
using Monitor.Crawlers.Accessibility.Checks.Language;
using Monitor.Shared.Domain;

namespace Monitor.Benchmarks.Languages;

/// <summary>Makes the models of the check <c>language</c> from public corpora, and measures how often the check would err.</summary>
internal static class LanguageBenchmark
{
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
        Tell(new LanguageModels(models), models, corpora);
        return Task.FromResult(true);
    }

    private static void Tell(LanguageModels models, IReadOnlyList<LanguageModel> raw, Dictionary<string, IReadOnlyList<Piece>> corpora)
    {
        foreach (LanguageModel m in raw)
            Report.Line($"{m.Code}: typical {m.Typical}, common {m.Common}, rare {m.Rare}, {corpora[m.Code].Where(p => p.Share == Share.Training).Sum(p => p.Sentences.Sum(s => (long)s.Length))} characters");
        foreach (int letters in (int[])[60, 150, 300])
        {
            foreach (string code in corpora.Keys)
            {
                Wording[] texts = [.. Excerpts.Of(corpora[code], Share.Measuring, letters)];
                Report.Line($"{letters} {code}: {texts.Length} texts, {Verdicts(new LanguageJudge(models), texts, code)}");
                if (raw.All(m => m.Code != code || !m.Ours))
                {
                    var without = new LanguageJudge(new LanguageModels([.. raw.Where(m => m.Code != code)]));
                    Report.Line($"{letters} {code} without a model: {Verdicts(without, texts, code)}");
                }
                foreach (LanguageModel other in raw.Where(m => m.Ours && m.Code != code))
                    Report.Line($"    declared {other.Code}: {Verdicts(new LanguageJudge(models), texts, other.Code)}");
            }
        }
    }

    private static string Verdicts(LanguageJudge judge, Wording[] texts, string declared) =>
        string.Join(", ", texts.Select(t => judge.Judge(t, new DeclaredLanguage(declared))).CountBy(j => j?.Agreement ?? Agreement.Unknown).OrderBy(v => v.Key)
            .Select(v => FormattableString.Invariant($"{v.Key} {v.Value} ({100.0 * v.Value / texts.Length:0.0} %)")));
}
