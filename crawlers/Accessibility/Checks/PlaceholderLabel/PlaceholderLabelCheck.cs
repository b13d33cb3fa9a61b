using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.PlaceholderLabel;

/// <summary>Text fields whose only label is a placeholder, which goes when somebody types.</summary>
public sealed class PlaceholderLabelCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(PlaceholderLabelCheck), "placeholderlabel.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(PlaceholderLabelCheck), "placeholderlabel.data.json");

    /// <inheritdoc/>
    public string Id => "placeholder-label";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("placeholder-label");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Field> read = await PageReader.ReadAsync<Field>(context.Page, Script).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item is { Named: false, Beside: false, Button: false }
            ? Verdict.CantTell("The field has no name but its placeholder, and no text or button beside it that could be its label.")
            : Verdict.Passed);
    }

    /// <summary>A text field with a placeholder.</summary>
    /// <param name="Named">Whether its name comes from something else.</param>
    /// <param name="Beside">Whether a text that can be seen beside it may be its label.</param>
    /// <param name="Button">Whether it is alone with a button that says what it is for.</param>
    private sealed record Field(bool Named, bool Beside, bool Button);
}
