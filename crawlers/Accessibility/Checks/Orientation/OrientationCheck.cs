using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Orientation;

/// <summary>Pages that ask people to turn their device.</summary>
public sealed class OrientationCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(OrientationCheck), "orientation.data.json");

    /// <inheritdoc/>
    public string Id => "orientation";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("orientation");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        WindowSizes sizes = await context.Probes.AskAsync(new WindowSizesProbe(), cancellation);
        return sizes.Turned.Judge(context.Rules, Data, (_, element) => element.Item.FailedUnlessMeant("In one orientation the page shows a message to turn the device"));
    }
}
