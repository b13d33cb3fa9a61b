using Monitor.Crawlers.Accessibility.Checks.Media;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AutoplaySound;

/// <summary>Embedded players and recordings told to start by themselves. The elements <c>audio</c> and <c>video</c> are axe's.</summary>
public sealed class AutoplaySoundCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(AutoplaySoundCheck), "autoplaysound.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(AutoplaySoundCheck), "autoplaysound.data.json");
    private static readonly MediaWords Words = MediaWords.Read();

    /// <inheritdoc/>
    public string Id => "autoplay-sound";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("autoplay-sound");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Started> read = await PageReader.ReadAsync<Started>(context.Page, Script, new { Words.Players }).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Controls: true } => Verdict.Passed,
            { Kind: StartedKind.Player } => Verdict.CantTell("The player is told to start by itself and not muted, and its controls are turned off, hidden or out of reach."),
            _ => Verdict.CantTell("The recording is told to start by itself, and its controls are hidden."),
        });
    }

    /// <summary>Something that starts by itself.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Controls">Whether it shows controls of its own.</param>
    private sealed record Started(StartedKind Kind, bool Controls);

    private enum StartedKind
    {
        Player,
        Recording,
    }
}
