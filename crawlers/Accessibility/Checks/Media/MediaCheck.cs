using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Media;

/// <summary>Recorded sound and film without what those who can't hear or see need. Captions of <c>video</c> are axe's.</summary>
public sealed class MediaCheck : ICheck
{
    private const string TranscriptRule = "media-transcript";
    private const string AlternativeRule = "video-alternative";
    private const string DescriptionRule = "video-description";
    private const string PlayerRule = "player-captions";

    private static readonly string Script = EmbeddedScript.Read(typeof(MediaCheck), "media.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(MediaCheck), "media.data.json");
    private static readonly MediaWords Words = MediaWords.Read();

    /// <inheritdoc/>
    public string Id => "media";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("media");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<MediaItem> read = await PageReader.ReadAsync<MediaItem>(context.Page, Script, Words).WaitAsync(cancellation);
        ReadElement<MediaItem>[] videos = [.. read.Elements.Where(e => e.Item.Kind == MediaKind.Video)];
        return read.Judge(context.Rules, Data, (rule, element) => Judge(rule, element, isSeenInside: videos.Any(v => v.Address.IsInside(element.Address))));
    }

    private static Verdict? Judge(string rule, ReadElement<MediaItem> element, bool isSeenInside) => (rule, element.Item) switch
    {
        (TranscriptRule, { Kind: MediaKind.Audio } audio) => Transcript(audio, "It can be heard only: no link or text close by looks like a transcript."),
        (TranscriptRule, { Kind: MediaKind.Video, Sound: false } video) => Transcript(video, "It has no sound, and nothing close by looks like a description of what it shows."),
        (TranscriptRule, { Kind: MediaKind.Video, Sound: null }) => Verdict.Untested,
        (AlternativeRule, { Kind: MediaKind.Video, Sound: not false } video) => video.Descriptions || video.Alternative
            ? Verdict.Passed
            : Verdict.CantTell($"{Sound(video)}, no track of descriptions, and nothing close by looks like audio description or a transcript."),
        (DescriptionRule, { Kind: MediaKind.Video, Sound: not false } video) => video.Descriptions || video.Described
            ? Verdict.Passed
            : Verdict.CantTell($"{Sound(video)} and no track of descriptions; what it shows may be described in its own sound."),
        // A video inside is judged there, by axe.
        (PlayerRule, { Kind: MediaKind.Player }) => isSeenInside ? null : Verdict.CantTell("The captions of an embedded player can't be seen before it plays."),
        _ => null,
    };

    private static Verdict Transcript(MediaItem media, string message) => media.Alternative ? Verdict.Passed : Verdict.CantTell(message);

    private static string Sound(MediaItem video) => video.Sound is null ? "It may have sound" : "It has sound";
}
