using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.FocusVisible;

/// <summary>Stops of the tab order that look the same with focus and without (WCAG 2.4.7, failure F78): neither their styles differ nor a single pixel of the viewport.</summary>
public sealed class FocusVisibleCheck : ICheck
{
    /// <summary>Stops compared by pixels: each costs two pictures.</summary>
    internal const int MostCompared = 3;

    private static readonly RuleFile Data = RuleFile.Read(typeof(FocusVisibleCheck), "focusvisible.data.json");

    /// <inheritdoc/>
    public string Id => "focus-visible";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("focus-visible");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        // A caret shows where text is typed. What lies outside of the viewport shows nothing, however it changes.
        FocusStop[] doubtful = [.. walk.Stops.Where(s => s.Look is { Changed: false, TextField: false } or { InView: false })];
        HashSet<FocusStop> invisible = [];
        if (doubtful.Length > 0)
        {
            await using var camera = await StillCamera.StartAsync(context.Page, walk.Frames);
            foreach (FocusStop stop in doubtful.Take(MostCompared))
            {
                cancellation.ThrowIfCancellationRequested();
                if (await camera.LooksTheSameAsync(stop))
                    invisible.Add(stop);
            }
        }
        var reading = new PageReading<FocusStop>(
            [.. walk.Stops.Select(s => new ReadElement<FocusStop>(s, s.Address, s.Html))], walk.Incomplete || doubtful.Length > MostCompared);
        return reading.Judge(context.Rules, Data, (_, element) => invisible.Contains(element.Item)
            ? Verdict.Failed($"Tab comes to this control, and nothing in the page looks different from when it has no focus ({element.Item.Look.Width} × {element.Item.Look.Height} CSS px).")
            : Verdict.Passed);
    }
}
