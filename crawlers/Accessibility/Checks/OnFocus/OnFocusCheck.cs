using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.OnFocus;

/// <summary>Controls that, as soon as they get focus, take people elsewhere, or give it away again (WCAG 3.2.1; failures F52, F55).</summary>
public sealed class OnFocusCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(OnFocusCheck), "onfocus.data.json");

    private const int MostThrown = 3;

    /// <inheritdoc/>
    public string Id => "on-focus";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("on-focus");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        ActingGuard guard = await ActingGuard.OfAsync(context.Probes, cancellation);
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        var trial = new FocusTrial(context.Page, guard);
        // Whether it was the walk that set something off is seen by trying again.
        IReadOnlyDictionary<FocusStop, string> leaving = guard.Departures.Count > 0 || walk.Opened > 0 ? await trial.TryAsync(walk, cancellation) : new Dictionary<FocusStop, string>();
        FocusStop[] threw = [.. walk.Stops.Concat(walk.Missed).Where(s => s.Look.Threw).Take(MostThrown)];
        IReadOnlySet<FocusStop> throwing = await trial.ThrowAsync(threw, cancellation);
        HashSet<FocusStop> lost = [.. walk.Lost];

        var reading = new PageReading<FocusStop>([.. walk.Stops.Union(threw).Select(s => new ReadElement<FocusStop>(s, s.Address, s.Html))], walk.Incomplete);
        return reading.Judge(context.Rules, Data, (rule, element) => rule switch
        {
            "on-focus-departure" when leaving.TryGetValue(element.Item, out string? what) => Verdict.Failed(what),
            "on-focus-departure" when throwing.Contains(element.Item) => Verdict.Failed("Each time it gets focus, a dialog takes it."),
            "on-focus-departure" when threw.Contains(element.Item) => Verdict.CantTell("When it got focus, a dialog took it; it did not do so a second time."),
            "on-focus-lost" when lost.Contains(element.Item) => Verdict.Failed("Tab brings focus to this control, and a script takes it away at once: nothing has focus afterwards."),
            _ => Verdict.Passed,
        });
    }
}
