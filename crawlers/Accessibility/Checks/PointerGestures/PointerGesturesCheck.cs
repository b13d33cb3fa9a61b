using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.PointerGestures;

/// <summary>Carousels and maps that listen to gestures and have no buttons.</summary>
public sealed class PointerGesturesCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(PointerGesturesCheck), "pointergestures.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(PointerGesturesCheck), "pointergestures.data.json");
    private static readonly string[] Gestures = ["touchmove", "pointermove"];

    /// <inheritdoc/>
    public string Id => "pointer-gestures";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("pointer-gestures");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <summary>It only reads, but asks for what checks that act ask for.</summary>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        IReadOnlyList<string>[] elements = [.. listeners.Elements.Where(e => e.Types.Intersect(Gestures).Any()).Select(e => e.Address.Inner)];
        PageReading<GestureArea> read = elements.Length > 0
            ? await PageReader.ReadAsync<GestureArea>(context.Page, Script, elements).WaitAsync(cancellation)
            : new PageReading<GestureArea>([], false);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Buttons: true } => Verdict.Passed,
            { Kind: AreaKind.Map } => Verdict.CantTell("The map listens to movements of fingers, and no button to move or zoom it was found in or around it."),
            _ => Verdict.CantTell("The carousel listens to movements of fingers, and no button to turn it was found in or around it."),
        });
    }

    /// <summary>What listens to gestures.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Buttons">Whether buttons are in or around it.</param>
    private sealed record GestureArea(AreaKind Kind, bool Buttons);

    private enum AreaKind
    {
        Carousel,
        Map,
    }
}
