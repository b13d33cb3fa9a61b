using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Writes a solution's line in the overview when a scan has ended.</summary>
public sealed class SummaryWriter(ITable<SummaryRow> summaries, ITable<AgencyRow> agencies, ITable<SolutionRow> solutions)
{
    /// <summary>Writes the line of an ended scan; a later scan's line stays. One that measured nothing says so, and leaves the figures of the last that did.</summary>
    internal async Task WriteAsync(ScanRow ended, FrozenScan? frozen, CancellationToken cancellation)
    {
        SolutionId solution = ended.Id.Solution;
        string partition = SummaryRow.PartitionOf(solution);
        AgencyRow? agency = await agencies.FindAsync(solution.Agency, cancellation);
        SolutionRow? row = await solutions.FindAsync(solution, cancellation);
        if (agency is null || row is null)
            return; // Erased meanwhile: nothing of it comes back.

        SummaryRow Line(SummaryRow? before) => Figures(ended, frozen, before) with
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
        };

        if (await summaries.TryInsertAsync(Line(null), cancellation) is null)
        {
            await summaries.UpdateAsync(
                partition, solution.ToString(), before => ScanOrder.IsLater(before.Scan, ended.RowKey) ? null : Line(before), cancellation);
        }
    }

    // What was measured before still stands when a scan came to nothing; where nothing was, nothing is said.
    private static SummaryRow Figures(ScanRow ended, FrozenScan? frozen, SummaryRow? before) => (frozen?.Changes, before) switch
    {
        ({ } changes, _) => new SummaryRow
        {
            MeasuredAt = ended.FinishedAt,
            PagesAudited = ended.PagesAudited,
            PagesSampled = ended.PagesSampled,
            OpenFindings = changes.Open,
            NewFindings = changes.New.Count + changes.Reopened.Count,
            CantTell = ended.FindingsCantTell,
            CriteriaFailed = ended.CriteriaFailed,
            CriteriaTested = ended.CriteriaTested,
            CriteriaInRegulation = RegulationCatalogue.Find(ended.Regulation)?.Criteria.Count ?? 0,
        },
        (null, { PagesAudited: > 0 }) => before,
        _ => new SummaryRow
        {
            PagesSampled = ended.PagesSampled,
            CriteriaInRegulation = RegulationCatalogue.Find(ended.Regulation)?.Criteria.Count ?? 0,
        },
    };
}
