using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.ErrorIdentification;

/// <summary>Errors that the page shows as it comes: nothing is filled in or sent.</summary>
public sealed class ErrorIdentificationCheck : ICheck
{
    private const string FieldRule = "error-identification";
    private const string MessageRule = "error-description";

    private static readonly string Script = EmbeddedScript.Read(typeof(ErrorIdentificationCheck), "erroridentification.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(ErrorIdentificationCheck), "erroridentification.data.json");
    private static readonly ErrorWords Words = EmbeddedData.Read<ErrorWords>(typeof(ErrorIdentificationCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "error-identification";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("error-identification");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<ErrorSign> read = await PageReader.ReadAsync<ErrorSign>(context.Page, Script, Words).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (rule, element) => (rule, element.Item) switch
        {
            (FieldRule, { Kind: SignKind.Field } field) => Judge(field),
            (MessageRule, { Kind: SignKind.Message } message) => Judge(message.Text, message),
            (MessageRule, { Kind: SignKind.Field, Text: not "" } field) => Judge(field.Text, field),
            _ => null,
        });
    }

    private static Verdict Judge(ErrorSign field) => field switch
    {
        { Text: not "" } => Verdict.Passed,
        { Near: false, Elsewhere: false, Filled: true } => Verdict.Failed("The field is marked as in error, and no text around it or elsewhere says why."),
        { Near: false, Elsewhere: false } => Verdict.CantTell("The field is marked as in error before anything is filled in, and no text says why."),
        _ => Verdict.CantTell("The field is marked as in error and refers to no text; one that stands close by may say why."),
    };

    private static Verdict Judge(string text, ErrorSign sign) => sign switch
    {
        { Seen: false } => Verdict.CantTell($"\"{text}\" can be seen, but is hidden from assistive technology."),
        { Says: false } => Verdict.CantTell($"\"{text}\" says that something is wrong, but not what."),
        _ => Verdict.Passed,
    };

    /// <summary>A field marked as in error, or a text that tells of one.</summary>
    /// <param name="Kind">Which.</param>
    /// <param name="Text">The text, or that which the field refers to.</param>
    /// <param name="Near">Whether a text stands around the field that is no label.</param>
    /// <param name="Elsewhere">Whether a text on the page tells of errors.</param>
    /// <param name="Filled">Whether something is filled in.</param>
    /// <param name="Says">Whether the text says more than that something is wrong.</param>
    /// <param name="Seen">Whether assistive technology gets it.</param>
    private sealed record ErrorSign(SignKind Kind, string Text, bool Near, bool Elsewhere, bool Filled, bool Says, bool Seen);

    private enum SignKind
    {
        Field,
        Message,
    }

    /// <summary>Words that every error message may hold.</summary>
    private sealed record ErrorWords(IReadOnlyList<string> Generic);
}
