using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.VisualReferences;

/// <summary>Instructions that point at things only by place, colour, shape or size.</summary>
public sealed class VisualReferencesCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(VisualReferencesCheck), "visualreferences.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(VisualReferencesCheck), "visualreferences.data.json");

    /// <inheritdoc/>
    public string Id => "visual-references";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("visual-references");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<TextBlock> read = await PageReader.ReadAsync<TextBlock>(context.Page, Script, VisualInstructions.Cues).WaitAsync(cancellation);
        // One sentence, one finding; a block without any is what passed.
        PageReading<string?> phrases = new([.. read.Elements.SelectMany(Phrases)], read.FramesMissed);
        return phrases.Judge(context.Rules, Data, (_, element) => element.Item is { } phrase
            ? Verdict.CantTell($"\"{phrase}\" points at something by what can only be seen.")
            : Verdict.Passed);
    }

    private static IEnumerable<ReadElement<string?>> Phrases(ReadElement<TextBlock> block) =>
        VisualInstructions.In(block.Item.Text).DefaultIfEmpty<string?>(null).Select(phrase => new ReadElement<string?>(phrase, block.Address, block.Html));

    private sealed record TextBlock(string Text);
}
