using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.TextSpacing;

/// <summary>Text that is cut off when readers set more space between letters, words and lines.</summary>
public sealed class TextSpacingCheck : ICheck
{
    private static readonly string Script = LayoutScript.With(EmbeddedScript.Read(typeof(TextSpacingCheck), "textspacing.js"));
    private static readonly RuleFile Data = RuleFile.Read(typeof(TextSpacingCheck), "textspacing.data.json");

    /// <inheritdoc/>
    public string Id => "text-spacing";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("text-spacing");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<CutText> read = await PageReader.ReadAsync<CutText>(context.Page, Script).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item.FailedUnlessMeant("With the text spacing that WCAG names the element cuts off text"));
    }
}
