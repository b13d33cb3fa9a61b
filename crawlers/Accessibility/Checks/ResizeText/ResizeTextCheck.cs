using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.ResizeText;

/// <summary>Text that is cut off at 200 %.</summary>
public sealed class ResizeTextCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(ResizeTextCheck), "resizetext.data.json");

    /// <inheritdoc/>
    public string Id => "resize-text";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("resize-text");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        WindowSizes sizes = await context.Probes.AskAsync(new WindowSizesProbe(), cancellation);
        return sizes.Zoomed.Judge(context.Rules, Data, (_, element) => element.Item.FailedUnlessMeant("At 200 % zoom the element cuts off text"));
    }
}
