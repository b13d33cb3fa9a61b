using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Words;

/// <summary>Titles, links, headings, labels and names of images that say nothing of what they stand for.</summary>
public sealed class WordsCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(WordsCheck), "words.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(WordsCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "words";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("words");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<WordsItem> read = await PageReader.ReadAsync<WordsItem>(context.Page, Script, EmptyPhrases.Links).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (rule, element) => WordsJudge.Judge(rule, element.Item));
    }
}
