using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Reflow;

/// <summary>Text that is cut off, or has to be read by scrolling sideways, in a window of 320 pixels.</summary>
public sealed class ReflowCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(ReflowCheck), "reflow.data.json");

    /// <inheritdoc/>
    public string Id => "reflow";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("reflow");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        WindowSizes sizes = await context.Probes.AskAsync(new WindowSizesProbe(), cancellation);
        return sizes.Narrow.Judge(context.Rules, Data, (_, element) => element.Item.FailedUnlessMeant("At a width of 320 pixels this text is cut off, or runs out of the window"));
    }
}
