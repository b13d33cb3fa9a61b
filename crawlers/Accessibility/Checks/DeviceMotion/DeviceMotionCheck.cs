using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.DeviceMotion;

/// <summary>Content that changes when the device is moved.</summary>
public sealed class DeviceMotionCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(DeviceMotionCheck), "devicemotion.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(DeviceMotionCheck), "devicemotion.data.json");

    /// <inheritdoc/>
    public string Id => "device-motion";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("device-motion");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        bool motion = listeners.Global.Contains("devicemotion");
        bool orientation = listeners.Global.Contains("deviceorientation") || listeners.Global.Contains("deviceorientationabsolute");
        PageReading<Change> read = motion || orientation
            ? await PageReader.ReadAsync<Change>(context.Page, Script, new { motion, orientation, heard = IsHeard(listeners) }).WaitAsync(cancellation)
            : new PageReading<Change>([], false);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Written: true, Measures: false, Controls: false } => Verdict.Failed("Its text changes when the device is moved, and the page has no control that does anything."),
            { Controls: true } => Verdict.CantTell("It changes when the device is moved; whether a control does the same and another turns it off is not clear."),
            _ => Verdict.CantTell("It changes when the device is moved, and the page has nothing else to act on; whether that is what the page is about is not clear."),
        });
    }

    /// <summary>Whether anything on the page may act on a press or a key.</summary>
    private static bool IsHeard(EventListeners listeners) =>
        !listeners.Complete || listeners.Elements.SelectMany(e => e.Types).Concat(listeners.Global).Any(type => !type.StartsWith("device", StringComparison.Ordinal));

    /// <summary>What changed of an element.</summary>
    /// <param name="Written">Its text.</param>
    /// <param name="Measures">Whether the text may show what was measured.</param>
    /// <param name="Controls">Whether the page has anything that may be a control.</param>
    private sealed record Change(bool Written, bool Measures, bool Controls);
}
