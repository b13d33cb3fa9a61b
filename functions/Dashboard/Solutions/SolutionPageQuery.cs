using Monitor.Functions.Dashboard.Components;
using Monitor.Functions.Dashboard.Findings;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>Reads a solution's page: one partition a list.</summary>
public sealed class SolutionPageQuery(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ITable<ScanRow> scans, ITable<TrendRow> trends, ITable<FindingRow> findings,
    IRuleTexts texts, TimeProvider clock)
{
    private const int ScansShown = 5;
    private const int ScansPerPage = 25;
    private const int TrendPoints = 12;
    private const int FindingsPerPage = 50;

    private static readonly Dictionary<string, int> Severity = new() { ["critical"] = 0, ["serious"] = 1, ["moderate"] = 2, ["minor"] = 3 };

    /// <summary>The page; null when there is no such solution.</summary>
    /// <param name="id">The solution.</param>
    /// <param name="wanted">The group of findings to list; null or one without findings for the most urgent.</param>
    /// <param name="page">Which page of them, from 1.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SolutionPageModel?> RunAsync(SolutionId id, FindingGroup? wanted, int page, CancellationToken cancellation)
    {
        SolutionRow? solution = await solutions.FindAsync(id.Agency.Value, id.ToString(), cancellation);
        AgencyRow? agency = await agencies.FindAsync(AgencyRow.Partition, id.Agency.Value, cancellation);
        if (solution is null || agency is null)
            return null;

        DateTimeOffset now = clock.GetUtcNow();
        List<FindingRow> all = [];
        await foreach (FindingRow finding in findings.ReadAsync(id.Agency.Value, $"{id}|", cancellation))
            all.Add(finding);
        IReadOnlyList<StateCount> states = StateCount.Of(all, now);
        FindingGroup? group = states.Any(s => s.Group == wanted) ? wanted : states.Count > 0 ? states[0].Group : null;

        RowPage<ScanRow> newest = await scans.PageAsync(id.ToString(), "", ScansShown, null, cancellation);
        RowPage<TrendRow> trend = await trends.PageAsync(id.ToString(), "", TrendPoints, null, cancellation);
        return new SolutionPageModel(
            agency,
            solution,
            newest.Rows.FirstOrDefault(s => s.Ended),
            newest.Rows,
            newest.ContinuationToken is not null,
            [.. trend.Rows.Reverse()],
            states,
            group,
            Slice.Of([.. InOrder(all.Where(f => FindingGroups.Of(f, now) == group))], page, FindingsPerPage));
    }

    /// <summary>One page of all its scans; null when there is no such solution.</summary>
    public async Task<ScanListModel?> ScansAsync(SolutionId id, string? after, CancellationToken cancellation)
    {
        SolutionRow? solution = await solutions.FindAsync(id.Agency.Value, id.ToString(), cancellation);
        AgencyRow? agency = await agencies.FindAsync(AgencyRow.Partition, id.Agency.Value, cancellation);
        if (solution is null || agency is null)
            return null;
        RowPage<ScanRow> page = await scans.PageOrFirstAsync(id.ToString(), ScansPerPage, after, cancellation);
        return new ScanListModel(agency, solution, page.Rows, page.ContinuationToken);
    }

    private IEnumerable<FindingLine> InOrder(IEnumerable<FindingRow> rows) => rows
        .OrderBy(f => Severity.GetValueOrDefault(f.Impact ?? "", Severity.Count))
        .ThenByDescending(f => f.Pages)
        .ThenBy(f => f.Rule, StringComparer.Ordinal)
        .ThenBy(f => f.RowKey, StringComparer.Ordinal)
        .Select(f => FindingLine.Of(f, texts));
}
