using Monitor.Crawlers.Accessibility.Checks.Motion;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Flashes;

/// <summary>Large things that come and go more than three times a second by their own style.</summary>
public sealed class FlashesCheck : ICheck
{
    private const double MostFlashes = 3;
    // A quarter of ten degrees of the visual field on a screen of 1024 by 768, as WCAG counts it.
    private const double LargestArea = 21_824;

    private static readonly RuleFile Data = RuleFile.Read(typeof(FlashesCheck), "flashes.data.json");

    /// <inheritdoc/>
    public string Id => "flashes";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("flashes");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <summary>It shares what <see cref="MotionCheck"/> watches.</summary>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<MotionItem> read = await context.Probes.AskAsync(MotionWatch.Instance, cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Rate: > MostFlashes, Area: >= LargestArea } item => Verdict.CantTell($"By its style it comes and goes about {item.Rate:0.#} times a second."),
            { Rate: > 0 } => Verdict.Passed,
            _ => null,
        });
    }
}
