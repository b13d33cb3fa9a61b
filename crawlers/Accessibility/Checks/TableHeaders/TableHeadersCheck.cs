using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.TableHeaders;

/// <summary>Header cells of data tables that are the header of no cell.</summary>
public sealed class TableHeadersCheck : ICheck
{
    private static readonly string Script = EmbeddedScript.Read(typeof(TableHeadersCheck), "tableheaders.js");
    private static readonly RuleFile Data = RuleFile.Read(typeof(TableHeadersCheck), "tableheaders.data.json");

    /// <inheritdoc/>
    public string Id => "table-headers";

    /// <inheritdoc/>
    public EngineInfo Engine { get; } = Data.EngineOf("table-headers");

    /// <inheritdoc/>
    public IReadOnlyList<CheckRule> Rules { get; } = Data.AsRules();

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RuleObservation>> RunAsync(CheckContext context, CancellationToken cancellation)
    {
        PageReading<Header> read = await PageReader.ReadAsync<Header>(context.Page, Script).WaitAsync(cancellation);
        return read.Judge(context.Rules, Data, (_, element) => Judge(element.Item));
    }

    private static Verdict Judge(Header header) => header switch
    {
        { Assigned: true } => Verdict.Passed,
        { Doubt: Doubt.HeadersOnly } => Verdict.CantTell("The table has header cells and no others, and none of them belongs to this one."),
        { Doubt: Doubt.Empty } => Verdict.CantTell("The header cell has no text, and no cell belongs to it."),
        { Doubt: Doubt.Structure } => Verdict.CantTell("No cell belongs to the header cell, but the table's spans or roles are such that software may read it otherwise."),
        { Doubt: Doubt.Layout } => Verdict.CantTell("No cell belongs to the header cell, but the table may be there for the layout."),
        { Doubt: Doubt.InLine } => Verdict.CantTell("No cell belongs to the header cell by its place and scope, but some stand in line with it."),
        { Doubt: Doubt.Message } => Verdict.CantTell("No cell belongs to the header cell, but the only other cell may be a message in place of the data."),
        _ => Verdict.Failed("The header cell is shown, and no cell of the table belongs to it."),
    };

    /// <summary>Why a header cell without cells may be none.</summary>
    private enum Doubt
    {
        HeadersOnly,
        Empty,
        Structure,
        Layout,
        InLine,
        Message,
    }

    /// <summary>A header cell that is shown.</summary>
    /// <param name="Assigned">Whether it is the header of any cell.</param>
    /// <param name="Doubt">Why it may not be at fault where it is not.</param>
    private sealed record Header(bool Assigned, Doubt? Doubt);
}
