namespace Monitor.Shared.Tests.Obligations;

/// <summary>A table of obligations in Markdown, as docs/obligations.md has it.</summary>
internal static class ObligationTable
{
    /// <summary>The project's own table.</summary>
    public static IReadOnlyList<ObligationTableRow> ReadDocs() => Read(Path.Combine(RepositoryRoot(), "docs", "obligations.md"));

    /// <summary>Reads the rows: those whose first cell begins with a point of the circular.</summary>
    public static IReadOnlyList<ObligationTableRow> Read(string file) =>
    [
        .. File.ReadLines(file)
            .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == 8 && char.IsAsciiDigit(cells[0].FirstOrDefault()) && cells[0].Contains('-', StringComparison.Ordinal))
            .Select(cells => new ObligationTableRow(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6])),
    ];

    private static string RepositoryRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Monitor.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("The tests do not run from within the repository.");
    }
}

/// <summary>One row.</summary>
internal sealed record ObligationTableRow(string Id, string Kind, string To, string Draft, string Text, string Systems, string Control);
