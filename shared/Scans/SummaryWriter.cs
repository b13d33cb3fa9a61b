using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Writes a solution's line in the overview when a scan has ended.</summary>
public sealed class SummaryWriter(ITable<SummaryRow> summaries, ITable<AgencyRow> agencies, ITable<SolutionRow> solutions)
{
    /// <summary>Writes the line of an ended scan; a later scan's line stays. A scan that was not applied leaves the findings' count as it was.</summary>
    internal async Task WriteAsync(ScanRow ended, FrozenScan? frozen, CancellationToken cancellation)
    {
        SolutionId solution = ended.Id.Solution;
        string partition = SummaryRow.PartitionOf(solution);
        AgencyRow? agency = await agencies.FindAsync(solution.Agency, cancellation);
        SolutionRow? row = await solutions.FindAsync(solution, cancellation);
        if (agency is null || row is null)
            return; // Erased meanwhile: nothing of it comes back.

        SummaryRow Line(SummaryRow? before) => new()
        {
            PartitionKey = partition,
            RowKey = solution.ToString(),
            ETag = before?.ETag ?? default,
            AgencyName = agency.Name,
            Name = row.Name,
            Url = row.Url,
            Scan = ended.RowKey,
            Status = ended.Status,
            Reason = ended.Reason,
            FinishedAt = ended.FinishedAt ?? ended.LastProgressAt,
            PagesAudited = ended.PagesAudited,
            PagesSampled = ended.PagesSampled,
            OpenFindings = frozen?.Changes?.Open ?? before?.OpenFindings ?? 0,
            NewFindings = (frozen?.Changes?.New.Count + frozen?.Changes?.Reopened.Count) ?? 0,
            CantTell = ended.FindingsCantTell,
            CriteriaFailed = ended.CriteriaFailed,
            CriteriaTested = ended.CriteriaTested,
            CriteriaInRegulation = RegulationCatalogue.Find(ended.Regulation)?.Criteria.Count ?? 0,
        };

        if (await summaries.TryInsertAsync(Line(null), cancellation) is null)
        {
            await summaries.UpdateAsync(
                partition, solution.ToString(), before => ScanOrder.IsLater(before.Scan, ended.RowKey) ? null : Line(before), cancellation);
        }
    }
}
