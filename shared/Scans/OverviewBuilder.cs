using System.Globalization;
using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Folds the summaries into the blobs that the overview, the agency list and the statistics are read from.</summary>
public sealed class OverviewBuilder(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, ITable<SummaryRow> summaries, IBlobs blobs, TimeProvider clock)
{
    private static readonly StringComparer ByName = StringComparer.Create(CultureInfo.GetCultureInfo("nb-NO"), ignoreCase: true);

    /// <summary>Makes the read models anew from all that is registered. Deregistered agencies and solutions are left out.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        Dictionary<string, AgencyRow> bodies = [];
        await foreach (AgencyRow agency in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (agency.DeregisteredAt is null)
                bodies[agency.RowKey] = agency;
        }
        Dictionary<string, SummaryRow> lines = [];
        foreach (string partition in SummaryRow.Partitions)
        {
            await foreach (SummaryRow line in summaries.ReadAsync(partition, "", cancellation))
                lines[line.RowKey] = line;
        }
        List<OverviewSolution> listed = [];
        await foreach (SolutionRow solution in solutions.ReadAllAsync(cancellation))
        {
            if (solution.DeregisteredAt is null && bodies.TryGetValue(solution.PartitionKey, out AgencyRow? agency))
                listed.Add(Line(solution, agency, lines.GetValueOrDefault(solution.RowKey)));
        }

        Statistics statistics = Sum(now, bodies.Count, listed);
        await blobs.WriteJsonAsync(ReadModels.StatisticsBlob, statistics, cancellation);
        await blobs.WriteJsonAsync(ReadModels.AgenciesBlob, new AgencyList(now, ByAgency(bodies, listed)), cancellation);
        await blobs.WriteJsonAsync(
            ReadModels.OverviewBlob,
            new Overview(now, statistics, [.. listed.OrderBy(s => s.AgencyName, ByName).ThenBy(s => s.Name, ByName).ThenBy(s => s.Solution, StringComparer.Ordinal)]),
            cancellation);
    }

    private static OverviewSolution Line(SolutionRow solution, AgencyRow agency, SummaryRow? summary) => new(
        solution.RowKey, solution.PartitionKey, agency.Name, solution.Name, solution.Url, solution.Paused, solution.ActiveScan is not null,
        summary is null ? null : new OverviewScan(
            summary.Scan, summary.Status, summary.Reason, summary.FinishedAt, summary.PagesAudited, summary.PagesSampled,
            summary.OpenFindings, summary.NewFindings, summary.CantTell, summary.CriteriaFailed, summary.CriteriaTested, summary.CriteriaInRegulation,
            summary.MeasuredAt));

    private static IReadOnlyList<OverviewAgency> ByAgency(Dictionary<string, AgencyRow> agencies, IEnumerable<OverviewSolution> solutions)
    {
        ILookup<string, OverviewSolution> owned = solutions.ToLookup(s => s.OrgNumber);
        return
        [
            .. agencies.Values
                .Select(a => new OverviewAgency(
                    a.RowKey, a.Name, a.BodyType, owned[a.RowKey].Count(), owned[a.RowKey].Count(IsMeasured),
                    owned[a.RowKey].Sum(s => s.LastScan?.OpenFindings ?? 0), owned[a.RowKey].Max(s => s.LastScan?.FinishedAt)))
                .OrderBy(a => a.Name, ByName)
                .ThenBy(a => a.OrgNumber, StringComparer.Ordinal),
        ];
    }

    private static Statistics Sum(DateTimeOffset now, int agencies, List<OverviewSolution> solutions)
    {
        OverviewScan[] scans = [.. solutions.Select(s => s.LastScan).OfType<OverviewScan>()];
        return new Statistics(
            now, agencies, solutions.Count, solutions.Count(IsMeasured), solutions.Count(s => s.LastScan?.OpenFindings > 0),
            scans.Sum(s => s.PagesAudited), scans.Sum(s => s.PagesSampled),
            scans.Sum(s => s.OpenFindings), scans.Sum(s => s.NewFindings), scans.Sum(s => s.CantTell));
    }

    private static bool IsMeasured(OverviewSolution solution) => solution.LastScan?.PagesAudited > 0;
}
