using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.ImagesOfText;

/// <summary>Pictures that hold little but text.</summary>
public sealed class ImagesOfTextCheck : ICheck
{
    private static readonly string Script =
        $"(reading, words) => ({EmbeddedScript.Read(typeof(ImagesOfTextCheck), "imagesoftext.js")})(reading, {EmbeddedScript.Read(typeof(ImagesOfTextCheck), "textlines.js")}, words)";
    private static readonly RuleFile Data = RuleFile.Read(typeof(ImagesOfTextCheck), "imagesoftext.data.json");
    private static readonly PictureWords Words = EmbeddedData.Read<PictureWords>(typeof(ImagesOfTextCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "images-of-text";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("images-of-text");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Picture> read = await PageReader.ReadAsync<Picture>(context.Page, Script, Words).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item switch
        {
            { Text: { } text } => Verdict.CantTell($"The picture writes \"{text}\"."),
            { Lines: > 0 } picture => Verdict.CantTell($"The picture looks like {(picture.Lines == 1 ? "a line" : $"{picture.Lines} lines")} of text{Alternative(picture)}."),
            _ => Verdict.Passed,
        });
    }

    private static string Alternative(Picture picture) => picture.Alternative.Length > 0 ? $", and its alternative is \"{picture.Alternative}\"" : "";

    /// <summary>A picture that was looked at.</summary>
    /// <param name="Text">What its source writes, where it is drawn with text.</param>
    /// <param name="Lines">How many lines of text its pixels look like.</param>
    /// <param name="Alternative">Its text alternative.</param>
    private sealed record Picture(string? Text, int Lines, string Alternative);

    /// <summary>What pictures are left alone by.</summary>
    /// <param name="Names">Expressions found in names: of files, classes, ids and in alternatives.</param>
    /// <param name="Alternatives">Expressions found in alternatives.</param>
    private sealed record PictureWords(IReadOnlyList<string> Names, IReadOnlyList<string> Alternatives);
}
