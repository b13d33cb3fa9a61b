using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.MouseOnly;

/// <summary>Controls that only a pointer can reach.</summary>
public sealed class MouseOnlyCheck : ICheck
{
    private const string Unreached = "unreached";
    private const int MostMissed = 10;
    private static readonly string Script = EmbeddedScript.Read(typeof(MouseOnlyCheck), "mouseonly.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(MouseOnlyCheck), "mouseonly.data.json");
    private static readonly MouseWords Words = EmbeddedData.Read<MouseWords>(typeof(MouseOnlyCheck), "words.data.json");
    private static readonly string[] Presses = ["click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart", "touchend", "dblclick"];

    /// <inheritdoc/>
    public string Id => "mouse-only";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("mouse-only");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        List<RuleObservation> observations = [];
        foreach (CheckRule rule in context.Rules)
            observations.AddRange(rule.Id == Unreached ? await JudgeWalkAsync(context, rule, cancellation) : await JudgeListenersAsync(context, rule, cancellation));
        return observations;
    }

    private static async Task<IReadOnlyList<RuleObservation>> JudgeListenersAsync(CheckContext context, CheckRule rule, CancellationToken cancellation)
    {
        EventListeners listeners = await context.Probes.AskAsync(new EventListenersProbe(), cancellation);
        ListeningElement[] pressed = [.. listeners.Elements.Where(e => e.Types.Intersect(Presses).Any())];
        if (pressed.Length == 0)
            return new PageReading<Control>([], false).Judge([rule], Data, (_, _) => null);

        bool keys = listeners.Global.Any(t => t.StartsWith("key", StringComparison.Ordinal));
        var given = new
        {
            stage = "listeners",
            Words.Elsewhere,
            Elements = pressed.Select(e => new { way = e.Address.Inner }),
            Keys = listeners.Elements.Where(e => e.Types.Any(t => t.StartsWith("key", StringComparison.Ordinal))).Select(e => e.Address.Inner),
        };
        PageReading<Control> controls = await PageReader.ReadMainAsync<Control>(context.Page, Script, given).WaitAsync(cancellation);
        return (controls with { FramesMissed = !listeners.Complete }).Judge([rule], Data, (_, element) => element.Item switch
        {
            { Kind: ControlKind.Reachable } => Verdict.Passed,
            { Kind: ControlKind.Looks } => Verdict.CantTell("It looks like a control and acts on the pointer, and the keyboard does not get to it."),
            { Doubt: true } => Verdict.CantTell("It says that it is a control and acts on the pointer, and the keyboard does not get to it; another way may do the same."),
            _ when keys => Verdict.CantTell("It says that it is a control and acts on the pointer, and the keyboard does not get to it; the page listens to keys, though, which may do the same."),
            { Kind: ControlKind.Navigates } => Verdict.Failed("Its onclick leads to another page, and the keyboard does not get to it."),
            { Kind: ControlKind.Link } => Verdict.Failed("It is a link without href that acts on a click, and the keyboard does not get to it."),
            _ => Verdict.Failed("Its role says that it is a control, it acts on the pointer, and the keyboard does not get to it."),
        });
    }

    /// <summary>What takes focus by its markup, and Tab never came to on a walk that went all the way round.</summary>
    private static async Task<IReadOnlyList<RuleObservation>> JudgeWalkAsync(CheckContext context, CheckRule rule, CancellationToken cancellation)
    {
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        if (walk.Incomplete || !walk.Closed && walk.Stops.Count + walk.Missed.Count > 0)
            return [new RuleObservation(rule.Id, Outcome.Untested, null, "The page could not be walked through by Tab from end to end.", [])];
        IReadOnlyList<string>[] missed = [.. walk.Missed.Where(s => s.Frame == context.Page.MainFrame).Take(MostMissed).Select(s => s.Address.Inner)];
        PageReading<Control> left = missed.Length > 0
            ? await PageReader.ReadMainAsync<Control>(context.Page, Script, new { stage = "missed", missed }).WaitAsync(cancellation)
            : new PageReading<Control>([], false);
        if (left.Elements.Count == 0)
            return [new RuleObservation(rule.Id, walk.Stops.Count > 0 ? Outcome.Passed : Outcome.Inapplicable, null, rule.Texts.En, [])];
        return left.Judge([rule], Data, (_, _) => Verdict.CantTell("It can take focus, and Tab did not come to it on the way through the whole page."));
    }

    /// <summary>What acts on the pointer.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Doubt">Whether the same may be done in another way.</param>
    private sealed record Control(ControlKind Kind, bool Doubt);

    private enum ControlKind
    {
        /// <summary>The keyboard gets to it.</summary>
        Reachable,

        /// <summary>Nothing but its look says that it is a control.</summary>
        Looks,

        /// <summary>Its role says so.</summary>
        Role,

        /// <summary>A link without a target.</summary>
        Link,

        /// <summary>Its own handler leads to another page.</summary>
        Navigates,
    }

    /// <summary>How the names of controls begin that other keys often serve, such as Escape.</summary>
    private sealed record MouseWords(IReadOnlyList<string> Elsewhere);
}
