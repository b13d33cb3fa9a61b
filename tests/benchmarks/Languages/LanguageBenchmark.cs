using System.Diagnostics;
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
        foreach (LanguageModel m in models)
            Report.Line($"{m.Code}: {corpora[m.Code].Sum(p => p.Sentences.Sum(s => (long)s.Length))} characters; typical {m.Typical}, common {m.Common}");
        new Errors(models, corpora, own: true).Tell("declared for the text itself", [5, 10, 20, 50]);
        new Errors(models, corpora, own: false).Tell("inherited", [20, 50, 100]);
        TellSpeed(new LanguageModels(models), corpora["nb"]);
        return Task.FromResult(true);
    }

    private static void TellSpeed(LanguageModels models, IReadOnlyList<Piece> pieces)
    {
        const int Words = 10_000;
        const int Runs = 20;
        string[] blocks = [.. pieces.SelectMany(p => p.Sentences).Chunk(3).Select(c => string.Join(' ', c))];
        int sum = 0;
        TextUnit[] units = [.. blocks.TakeWhile(b => (sum += b.Count(c => c == ' ') + 1) < Words).Select(b => new TextUnit("nb", true, true, false, [["p"]], "p", b))];
        var page = new PageTexts("nb", units, false);
        var judge = new LanguageJudge(models);
        for (int i = 0; i < Runs; i++)
            Judge();
        TimeSpan start = Spent();
        for (int i = 0; i < Runs; i++)
            Judge();
        Report.Line($"a page of {Words} words in {units.Length} blocks: {(Spent() - start).TotalMilliseconds / Runs:0.0} ms of CPU");

        static TimeSpan Spent() => Process.GetCurrentProcess().TotalProcessorTime;
        void Judge() => new PartLanguage(judge).Observe(page, new PageLanguage(judge).Judge(page), "");
    }
}
