using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Agencies;

/// <summary>
/// Erases an agency's solutions: scans with their pages, trends, summaries; then findings with where they were seen, and blobs.
/// The order holds against a page or a scan that is under way: whoever writes it looks for the solution's row after writing, and that row
/// goes before findings and blobs are listed.
/// </summary>
public sealed class SolutionEraser(
    ITable<SolutionRow> solutions,
    ITable<ScanRow> scans,
    ITable<PageRow> pages,
    ITable<TrendRow> trends,
    ITable<SummaryRow> summaries,
    ITable<FindingRow> findings,
    ITable<OccurrenceRow> occurrences,
    ScanOrders orders,
    IBlobs blobs)
{
    /// <summary>See the class. Repeatable: findings and blobs are found by the agency alone.</summary>
    public async Task EraseAsync(OrgNumber agency, CancellationToken cancellation)
    {
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
        {
            if (ScanId.TryParse(solution.ActiveScan, null, out ScanId active))
                await orders.StopAsync(active, cancellation);
        }
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
            await EraseAsync(solution, cancellation);
        await foreach (FindingRow finding in findings.ReadAsync(agency.Value, "", cancellation))
        {
            await occurrences.DeletePartitionAsync(finding.RowKey, cancellation);
            await findings.DeleteAsync(finding.PartitionKey, finding.RowKey, cancellation);
        }
        // The ids of solutions and scans begin with the agency's number.
        foreach (string prefix in new[] { $"scans/{agency}-", $"solutions/{agency}-", BlobEvidence.PrefixOf(agency) })
        {
            await foreach (string blob in blobs.ListAsync(prefix, cancellation))
                await blobs.DeleteAsync(blob, cancellation);
        }
    }

    private async Task EraseAsync(SolutionRow solution, CancellationToken cancellation)
    {
        await foreach (ScanRow scan in scans.ReadAsync(solution.RowKey, "", cancellation))
        {
            await pages.DeletePartitionAsync(scan.RowKey, cancellation);
            await scans.DeleteAsync(scan.PartitionKey, scan.RowKey, cancellation);
        }
        await trends.DeletePartitionAsync(solution.RowKey, cancellation);
        await summaries.DeleteAsync(SummaryRow.PartitionOf(solution.Id), solution.RowKey, cancellation);
        await solutions.DeleteAsync(solution.PartitionKey, solution.RowKey, cancellation);
    }
}
