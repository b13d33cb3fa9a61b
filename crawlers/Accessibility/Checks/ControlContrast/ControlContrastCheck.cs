using System.Globalization;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.ControlContrast;

/// <summary>Text fields whose edge, the only thing that shows where they are, hardly differs from what is around.</summary>
public sealed class ControlContrastCheck : ICheck
{
    private const double Least = 3;
    private static readonly string Script = EmbeddedScript.Read(typeof(ControlContrastCheck), "controlcontrast.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(ControlContrastCheck), "controlcontrast.data.json");

    /// <inheritdoc/>
    public string Id => "control-contrast";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("control-contrast");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Field> read = await PageReader.ReadAsync<Field>(context.Page, Script).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item.Contrast >= Least ? Verdict.Passed : Verdict.Failed(string.Create(
            CultureInfo.InvariantCulture,
            $"The field's edge has a contrast of {Math.Floor(element.Item.Contrast * 100) / 100:0.00}:1, less than 3:1, and nothing else shows where the field is.")));
    }

    /// <summary>An empty text field.</summary>
    /// <param name="Contrast">The best contrast that any part of its edge has.</param>
    private sealed record Field(double Contrast);
}
