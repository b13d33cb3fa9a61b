using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.OnInput;

/// <summary>Fields that lead somewhere else as soon as they are changed.</summary>
public sealed class OnInputCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(OnInputCheck), "oninput.data.json");
    private static readonly string[] Changes = ["change", "input"];

    /// <inheritdoc/>
    public string Id => "on-input";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("on-input");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        bool global = listeners.Global.Intersect(Changes).Any();
        IReadOnlyList<string>[] listening = [.. listeners.Elements.Where(e => e.Types.Any(t => t == "click" || Changes.Contains(t))).Select(e => e.Address.Inner)];
        PageReading<Changed> changed = global || listening.Length > 0
            ? await new FieldChange(context).TryAsync(new { stage = "choose", global, listening }, cancellation)
            : new PageReading<Changed>([], false);
        return changed.Judge(context.Rules, Data, (_, element) => Judge(element.Item));
    }

    private static Verdict? Judge(Changed changed) => changed switch
    {
        { Effect: ChangeEffect.Untried } => null,
        { Effect: ChangeEffect.Nothing } => Verdict.Passed,
        { Told: true } => Verdict.CantTell("Changing it leads elsewhere or moves focus; a text near it may tell so beforehand."),
        { Effect: ChangeEffect.LedElsewhere } => Verdict.Failed("Changing it leads to another page at once, and no text near it tells so."),
        { Effect: ChangeEffect.OpenedWindow } => Verdict.Failed("Changing it opens a window at once, and no text near it tells so."),
        { Effect: ChangeEffect.Reloaded } => Verdict.CantTell("Changing it loads the page anew at once, and no text near it tells so."),
        _ => Verdict.CantTell("Changing it moves focus away at once, and no text near it tells so."),
    };
}
