using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.PointerDown;

/// <summary>Controls that act on the press of the pointer and not on its release.</summary>
public sealed class PointerDownCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(PointerDownCheck), "pointerdown.data.json");
    private static readonly string[] Presses = ["mousedown", "pointerdown"];
    private static readonly string[] Releases = ["click", "mouseup", "pointerup", "touchend", "dblclick", "dragstart", "contextmenu"];

    /// <inheritdoc/>
    public string Id => "pointer-down";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("pointer-down");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        IReadOnlyList<string>[] elements =
            [.. listeners.Elements.Where(e => e.Types.Intersect(Presses).Any() && !e.Types.Intersect(Releases).Any()).Select(e => e.Address.Inner)];
        PageReading<Press> presses = elements.Length > 0
            ? await new PointerPress(context.Page).TryAsync(elements, cancellation)
            : new PageReading<Press>([], false);
        return presses.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Result: PressResult.Nothing } => Verdict.Passed,
            { Result: PressResult.LedElsewhere } => Verdict.CantTell("Pressing it leads to another page although the pointer is released elsewhere; whether going back is enough is not clear."),
            { Result: PressResult.Changed, Undoable: false } => Verdict.Failed("Pressing it changes the page although the pointer is released elsewhere; pressing again does not undo it, and no other control seems to."),
            { Result: PressResult.Changed } => Verdict.CantTell("Pressing it changes the page although the pointer is released elsewhere; whether that can be undone or is essential is not clear."),
            _ => null,
        });
    }
}
