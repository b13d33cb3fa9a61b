using Monitor.Crawlers.Accessibility.Checks.Language;

namespace Monitor.Benchmarks.Languages;

/// <summary>How often texts are accused wrongly, and how often a wrong declaration is found, on what was held out from training.</summary>
internal sealed class Errors(IReadOnlyList<LanguageModel> models, IReadOnlyDictionary<string, IReadOnlyList<Piece>> corpora, bool own)
{
    private readonly LanguageModels all = new(models);

    /// <summary>Writes a table with a row a language and three columns a length, as the documentation has it.</summary>
    public void Tell(string what, int[] lengths)
    {
        Report.Line($"| {what} | {string.Join(" | ", lengths.Select(l => $"texts of {l} words | failed wrongly | found"))} |");
        Report.Line($"|{string.Concat(Enumerable.Repeat("---|", 1 + (3 * lengths.Length)))}");
        foreach (LanguageModel model in models.Where(m => m.Ours))
            Report.Line($"| `{model.Code}` | {string.Join(" | ", lengths.Select(l => Cells(model, l)))} |");
        Report.Line($"| others | {string.Join(" | ", lengths.Select(OtherCells))} |");
        foreach (LanguageModel model in models.Where(m => !m.Ours && !own))
            Report.Line($"were there no model of {model.Code}: {string.Join("; ", lengths.Select(l => WithoutModel(model, l)))}");
    }

    private string Cells(LanguageModel model, int length)
    {
        Wording[] texts = Texts(model, length);
        string[] declared = [.. models.Where(m => m.Ours).Select(m => m.Code).Where(c => !new DeclaredLanguage(c).IsNear(model.Code))];
        Agreement[][] found = [.. texts.Select(t => Judge(all, t, declared))];
        int differ = found.Sum(f => f.Count(a => a == Agreement.Differs));
        return FormattableString.Invariant($"{texts.Length} | {Wrong(all, model, texts)} | {100.0 * differ / (texts.Length * declared.Length):0.0} %");
    }

    private string OtherCells(int length)
    {
        (int texts, int wrong) = models.Where(m => !m.Ours).Select(m => (m, Texts: Texts(m, length)))
            .Select(m => (m.Texts.Length, Wrong(all, m.m, m.Texts))).Aggregate((a, b) => (a.Item1 + b.Item1, a.Item2 + b.Item2));
        return $"{texts} | {wrong} | ";
    }

    private string WithoutModel(LanguageModel model, int length)
    {
        Wording[] texts = Texts(model, length);
        return $"{Wrong(new LanguageModels([.. models.Where(m => m.Code != model.Code)]), model, texts)} of {texts.Length}";
    }

    private Wording[] Texts(LanguageModel model, int length) => [.. Excerpts.OfWords(corpora[model.Code], Share.Measuring, length)];

    private int Wrong(LanguageModels with, LanguageModel model, Wording[] texts) => texts.Count(t => Judge(with, t, [model.Code])[0] == Agreement.Differs);

    private Agreement[] Judge(LanguageModels with, Wording text, string[] declared)
    {
        var judge = new LanguageJudge(with);
        Likeness likeness = with.Measure(text)!;
        return [.. declared.Select(d => text.Letters >= LanguageJudge.FewestLetters || (own && ShortText.Suffices(text))
            ? judge.Judge(text, likeness, new DeclaredLanguage(d), own).Agreement : Agreement.Unknown)];
    }
}
