using Monitor.Crawlers.Accessibility.Acting;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.FocusOrder;

/// <summary>Focus that jumps about, goes where nobody sees it, or leaves an open dialog for what that covers.</summary>
public sealed class FocusOrderCheck : ICheck
{
    private const string TabOrder = "tab-order";
    private const string Hidden = "hidden-focus";
    private static readonly string Script = EmbeddedScript.Read(typeof(FocusOrderCheck), "focusorder.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(FocusOrderCheck), "focusorder.data.json");

    /// <inheritdoc/>
    public string Id => "focus-order";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("focus-order");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public bool Acts => true;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        FocusWalk walk = await context.Probes.AskAsync(new FocusWalkProbe(), cancellation);
        IReadOnlyList<string>[] stops = [.. walk.Order.Where(s => s.Frame == context.Page.MainFrame).Select(s => s.Address.Inner)];
        PageReading<Stop> read = stops.Length > 0
            ? await PageReader.ReadMainAsync<Stop>(context.Page, Script, new { stops }).WaitAsync(cancellation)
            : new PageReading<Stop>([], false);
        return (read with { FramesMissed = walk.Incomplete }).Judge(context.Rules, Data, (rule, element) => rule switch
        {
            TabOrder => Judge(element.Item.Positive, element.Item.Jumps, "A tabindex above zero makes focus come here before what stands above or to the left."),
            Hidden => Judge(true, element.Item.Hidden, "It takes focus although nothing of it shows, with focus or without."),
            _ => Judge(element.Item.Dialog, element.Item.Behind, "It takes focus while an open modal dialog covers it."),
        });
    }

    private static Verdict? Judge(bool about, bool doubtful, string message) =>
        !about ? null : doubtful ? Verdict.CantTell(message) : Verdict.Passed;

    /// <summary>A stop of the walk.</summary>
    /// <param name="Positive">Whether its tabindex is above zero.</param>
    /// <param name="Jumps">Whether that makes focus jump.</param>
    /// <param name="Hidden">Whether nothing of it shows even with focus.</param>
    /// <param name="Dialog">Whether a modal dialog is open.</param>
    /// <param name="Behind">Whether the stop lies under it.</param>
    private sealed record Stop(bool Positive, bool Jumps, bool Hidden, bool Dialog, bool Behind);
}
