using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.KeyboardTrap;

/// <summary>Controls that let focus in by Tab and not out again, by Tab, Shift+Tab or Escape (WCAG 2.1.2, failure F10).</summary>
public sealed class KeyboardTrapCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(KeyboardTrapCheck), "keyboardtrap.data.json");

    /// <inheritdoc/>
    public string Id => "keyboard-trap";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("keyboard-trap");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        FocusStop[] circle = Circle(walk);
        (FocusStop Stop, Verdict Verdict)? found = null;
        if (circle.Length > 0)
        {
            Verdict? verdict = await Keyboard.OnAsync(
                context.Page, keyboard => JudgeAsync(context.Page, new Escape(context.Page, keyboard, walk.Frames, circle), cancellation));
            if (verdict is not null)
                found = (circle.MinBy(s => s.Number)!, verdict);
        }
        var reading = new PageReading<FocusStop>([.. walk.Stops.Select(s => new ReadElement<FocusStop>(s, s.Address, s.Html))], walk.Incomplete);
        return reading.Judge(context.Rules, Data, (_, element) => found is { } trap && trap.Stop.Equals(element.Item) ? trap.Verdict : Verdict.Passed);
    }

    /// <summary>
    /// The stops that Tab went round in at the end of the walk without passing the page's end. Dialogs and what lies over the page keep focus on purpose and are
    /// left by their own controls; a walk that came round was never caught.
    /// </summary>
    private static FocusStop[] Circle(FocusWalk walk)
    {
        if (walk.Closed || walk.Steps[^1] is not { } last)
            return [];
        FocusStop?[] tail = [.. walk.Steps.SkipLast(1).Reverse().TakeWhile(s => s is not null)];
        int again = Array.FindIndex(tail, last.Equals);
        if (again < 0 || last.Look.Manifold)
            return [];
        // Scripts that fetch focus from one another make no even round: all between the first time that one of these had focus and the end belongs to it.
        FocusStop?[] round = [.. tail.Take(again + 1)];
        FocusStop?[] caught = [.. walk.Steps.SkipWhile(s => s is null || !round.Contains(s))];
        if (caught.Contains(null))
            return [];
        FocusStop[] circle = [.. caught.OfType<FocusStop>().Distinct()];
        return circle.All(s => s.Look.Within) ? [] : circle;
    }

    private static async Task<Verdict?> JudgeAsync(IPage page, Escape escape, CancellationToken cancellation)
    {
        if (await escape.TryAsync(Key.Tab, cancellation))
            return null; // It was caught only while keys came fast.
        string tried = "Tab";
        foreach ((Key? first, Key key, string name) in ((Key?, Key, string)[])[(null, Key.BackTab, "Shift+Tab"), (Key.Escape, Key.Tab, "Escape, Tab"), (Key.Escape, Key.BackTab, "Escape, Shift+Tab")])
        {
            tried += $"; {name}";
            if (await escape.TryAsync(key, cancellation, first))
                return Verdict.CantTell($"Tab does not lead out of this control; {name} does.");
        }
        string keys = $"Focus stays in {escape.Size} control(s) whatever is pressed ({tried}; each {escape.Presses} times).";
        return await HelpText.IsThereAsync(page)
            ? Verdict.CantTell(keys + " The page speaks of keys: whether it tells the way out must be read.")
            : Verdict.Failed(keys);
    }
}
