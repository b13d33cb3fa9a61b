using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.StatusMessages;

/// <summary>Texts that tell how something went and are in no live region.</summary>
public sealed class StatusMessagesCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(StatusMessagesCheck), "statusmessages.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(StatusMessagesCheck), "statusmessages.data.json");
    private static readonly StatusWords Words = EmbeddedData.Read<StatusWords>(typeof(StatusMessagesCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "status-messages";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("status-messages");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<StatusMessage> read = await PageReader.ReadAsync<StatusMessage>(context.Page, Script, Words).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => element.Item.Live
            ? Verdict.Passed
            : Verdict.CantTell($"\"{element.Item.Text}\" reads like a status message, and is in no element that has its changes announced."));
    }

    private sealed record StatusMessage(string Text, bool Live);

    /// <summary>What status messages are known by.</summary>
    /// <param name="Messages">How they begin.</param>
    /// <param name="Counts">How those begin that count what a filter left.</param>
    private sealed record StatusWords(IReadOnlyList<string> Messages, IReadOnlyList<string> Counts);
}
