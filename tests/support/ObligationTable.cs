using Monitor.Tests.Support.Processes;

namespace Monitor.Tests.Support;

/// <summary>A table of obligations in Markdown, as docs/obligations.md has it.</summary>
public static class ObligationTable
{
    /// <summary>The project's own table.</summary>
    public static IReadOnlyList<ObligationTableRow> ReadDocs() => Read(Path.Combine(MonitorProcess.Root, "docs", "obligations.md"));

    /// <summary>Reads the rows: those whose first cell begins with a point of the circular.</summary>
    public static IReadOnlyList<ObligationTableRow> Read(string file) =>
    [
        .. File.ReadLines(file)
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 8 && char.IsAsciiDigit(cells[0].FirstOrDefault()) && cells[0].Contains('-', StringComparison.Ordinal))
            .Select(cells => new ObligationTableRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])),
    ];
}

/// <summary>One row, its cells as they are written.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Kind">Requirement or recommendation.</param>
/// <param name="To">The addressees' letter.</param>
/// <param name="Draft">The draft's mark.</param>
/// <param name="Text">The obligation.</param>
/// <param name="Systems">The systems named.</param>
/// <param name="Control">The controls.</param>
public sealed record ObligationTableRow(string Id, string Kind, string To, string Draft, string Text, string Systems, string Control);
