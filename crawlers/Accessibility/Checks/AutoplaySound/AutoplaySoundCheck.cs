using Monitor.Crawlers.Accessibility.Checks.Media;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using static System.FormattableString;

namespace Monitor.Crawlers.Accessibility.Checks.AutoplaySound;

/// <summary>Sound that starts by itself, of embedded players and recordings and of <c>audio</c> and <c>video</c>, whose sound is measured.</summary>
public sealed class AutoplaySoundCheck : ICheck
{
    private const double Longest = 3;
    // What coding adds to a recording at its ends.
    private const double Padding = 0.1;

    private static readonly string Script = EmbeddedScript.Read(typeof(AutoplaySoundCheck), "autoplaysound.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(AutoplaySoundCheck), "autoplaysound.data.json");
    private static readonly MediaWords Words = MediaWords.Read();
    private static readonly SoundWords Sounds = EmbeddedData.Read<SoundWords>(typeof(AutoplaySoundCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "autoplay-sound";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("autoplay-sound");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Started> read = await PageReader.ReadAsync<Started>(context.Page, Script, new { Words.Players, Sounds.Stopping }).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => Judge(element.Item));
    }

    private static Verdict Judge(Started started) => started switch
    {
        { Controls: true } or { Means: StopMeans.Named } => Verdict.Passed,
        { Kind: StartedKind.Player } => Verdict.CantTell("The player is told to start by itself and not muted, and its controls are turned off, hidden or out of reach."),
        { Kind: StartedKind.Recording } => Verdict.CantTell("The recording is told to start by itself, and its controls are hidden."),
        { Sound: null } => Verdict.CantTell("It starts by itself without controls of its own, and how long it sounds could not be measured."),
        { Sound: { Loops: false, Span: <= Longest } } => Verdict.Passed,
        { Sound: { Loops: false, Heard: <= Longest + Padding } sound } => Verdict.CantTell(Invariant($"It starts by itself and is clearly heard for {sound.Heard:0.#} s of {sound.Span:0.#} s.")),
        { Means: StopMeans.None, Whole: true } => Verdict.Failed($"It starts by itself and sounds for {Lasting(started.Sound)}, and nothing on the page stops it."),
        _ => Verdict.CantTell($"It starts by itself and sounds for {Lasting(started.Sound)}, and nothing on the page says that it stops it."),
    };

    private static string Lasting(Measured sound) => Invariant($"{sound.Heard:0.#} s") + (sound.Loops ? ", over and over" : "");

    /// <summary>Something that starts by itself.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Controls">Whether it shows controls of its own.</param>
    /// <param name="Means">What the page has to stop it with; null where that was not looked for.</param>
    /// <param name="Whole">Whether it is in the page itself; a page around may have controls for it.</param>
    /// <param name="Sound">Its sound; null where it could not be measured or need not be.</param>
    private sealed record Started(StartedKind Kind, bool Controls, StopMeans? Means = null, bool Whole = false, Measured? Sound = null);

    /// <summary>How long something sounds, in seconds.</summary>
    /// <param name="Span">From the first sound to the last.</param>
    /// <param name="Heard">How much of that is clearly heard.</param>
    /// <param name="Loops">Whether it repeats without an end.</param>
    private sealed record Measured(double Span, double Heard, bool Loops = false);

    private sealed record SoundWords(IReadOnlyList<string> Stopping);

    private enum StartedKind
    {
        Player,
        Recording,
        Media,
    }

    private enum StopMeans
    {
        None,
        Other,
        Named,
    }
}
