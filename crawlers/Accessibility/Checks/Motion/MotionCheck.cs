using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Motion;

/// <summary>What moves, blinks or updates by itself for more than five seconds. The elements <c>marquee</c> and <c>blink</c> are axe's.</summary>
public sealed class MotionCheck : ICheck
{
    private static readonly RuleFile Data = RuleFile.Read(typeof(MotionCheck), "motion.data.json");

    /// <inheritdoc/>
    public string Id => "motion";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("motion");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <summary>It only watches, but for seconds: what reads comes before.</summary>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<MotionItem> read = await context.Probes.AskAsync(MotionWatch.Instance, cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            // It is over within five seconds: a matter of flashing alone.
            { Kind: "flash" } => null,
            { Control: StopControl.Named } => Verdict.Passed,
            { Control: StopControl.None, Certain: true, Lasting: true } item => Verdict.Failed($"{Said(item.Kind)}, and no control on the page could stop it."),
            { Lasting: true } item => Verdict.CantTell($"{Said(item.Kind)}: whether something stops it is not clear."),
            { } item => Verdict.CantTell($"{Said(item.Kind)}: how long, and whether something stops it, is not clear."),
        });
    }

    private static string Said(string kind) => kind switch
    {
        "animation" => "An animation runs by itself for more than five seconds",
        "video" => "A video plays by itself",
        "image" => "An animated picture runs for more than five seconds",
        "carousel" => "A carousel turns by itself",
        "draws" => "A drawing changes by itself",
        "updates" => "Content updates by itself",
        "blinks" => "Something comes and goes by itself",
        _ => "Something moves by itself",
    };
}
