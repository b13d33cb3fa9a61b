using System.Globalization;
using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>Reads the list of agencies: one partition, a few thousand rows at the most.</summary>
public sealed class AgencyListQuery(ITable<AgencyRow> agencies)
{
    private const int PageSize = 50;

    /// <summary>The agencies whose name or number holds the text, by name as Norwegian sorts it.</summary>
    public async Task<AgencyListModel> RunAsync(string? text, int page, CancellationToken cancellation)
    {
        string wanted = text?.Trim() ?? "";
        string digits = string.Concat(wanted.Where(char.IsAsciiDigit));
        List<AgencyRow> found = [];
        await foreach (AgencyRow row in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (row.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || (digits.Length > 2 && row.RowKey.Contains(digits, StringComparison.Ordinal)))
                found.Add(row);
        }
        StringComparer byName = StringComparer.Create(Language.Nb.Culture(), CompareOptions.None);
        found.Sort((one, other) => byName.Compare(one.Name, other.Name));
        return new AgencyListModel(wanted, Slice.Of(found, page, PageSize));
    }
}

/// <summary>The list of agencies.</summary>
/// <param name="Text">What was searched for; empty for all.</param>
/// <param name="Agencies">Those found.</param>
public sealed record AgencyListModel(string Text, Slice<AgencyRow> Agencies);
