using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.TimeLimits;

/// <summary>Time limits that the page speaks of or that its scripts set. A refresh by <c>meta</c> is axe's.</summary>
public sealed class TimeLimitsCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(TimeLimitsCheck), "timelimits.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(TimeLimitsCheck), "timelimits.data.json");
    private static readonly TimeWords Words = EmbeddedData.Read<TimeWords>(typeof(TimeLimitsCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "time-limits";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("time-limits");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<TimeLimit> read = await PageReader.ReadAsync<TimeLimit>(context.Page, Script, Words).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Extends: true } => Verdict.Passed,
            { Kind: LimitKind.Script } limit => Verdict.CantTell($"A script goes elsewhere or loads the page again after {limit.Ms / 1000:0.#} s."),
            { } limit => Verdict.CantTell($"\"{limit.Text}\" speaks of a time limit, and nothing beside it of more time."),
        });
    }

    /// <summary>A sign of a time limit.</summary>
    /// <param name="Kind">What tells of it.</param>
    /// <param name="Text">Its text.</param>
    /// <param name="Ms">How long, where a script says so.</param>
    /// <param name="Extends">Whether something beside it speaks of more time.</param>
    private sealed record TimeLimit(LimitKind Kind, string Text, double Ms, bool Extends);

    private enum LimitKind
    {
        Text,
        Script,
    }

    /// <summary>What time limits are known by.</summary>
    /// <param name="Limits">Expressions that tell of one.</param>
    /// <param name="Extensions">Expressions that offer more time.</param>
    private sealed record TimeWords(IReadOnlyList<string> Limits, IReadOnlyList<string> Extensions);
}
