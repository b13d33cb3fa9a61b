using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.Instructions;

/// <summary>What forms demand and do not seem to say.</summary>
public sealed class InstructionsCheck : ICheck
{
    private const string RequiredRule = "required-mark";
    private const string FormatRule = "format-instruction";
    private const string GroupRule = "group-label";

    private static readonly string Script = EmbeddedScript.Read(typeof(InstructionsCheck), "instructions.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(InstructionsCheck), "instructions.data.json");
    private static readonly InstructionWords Words = EmbeddedData.Read<InstructionWords>(typeof(InstructionsCheck), "words.data.json");

    /// <inheritdoc/>
    public string Id => "instructions";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("instructions");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Demand> read = await PageReader.ReadAsync<Demand>(context.Page, Script, Words).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (rule, element) => (rule, element.Item.Kind) switch
        {
            (RequiredRule, DemandKind.Required) => Judge(element.Item, "A label ends in an asterisk; neither a text on the page nor a title on the mark seems to say what it means."),
            (FormatRule, DemandKind.Format) => Judge(element.Item, "The field's pattern refuses other formats; its label, title, placeholder, description and the text around it don't seem to say which it takes."),
            (GroupRule, DemandKind.Group) => Judge(element.Item, "The choices share a name, but no fieldset with a legend, and no group with a name, is around them."),
            _ => null,
        });
    }

    private static Verdict Judge(Demand demand, string message) => demand.Explained ? Verdict.Passed : Verdict.CantTell(message);

    /// <summary>Something that a form demands.</summary>
    /// <param name="Kind">What.</param>
    /// <param name="Explained">Whether something seems to say so.</param>
    private sealed record Demand(DemandKind Kind, bool Explained);

    private enum DemandKind
    {
        Required,
        Format,
        Group,
    }

    /// <summary>What explanations are known by.</summary>
    /// <param name="Required">Expressions for required and optional.</param>
    /// <param name="Formats">Expressions for formats.</param>
    private sealed record InstructionWords(IReadOnlyList<string> Required, IReadOnlyList<string> Formats);
}
