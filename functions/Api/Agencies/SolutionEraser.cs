using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Agencies;

/// <summary>Erases one solution: scans with their pages and blobs, what was measured before, trend, summary; and findings with what shows them.</summary>
public sealed class SolutionEraser(
    ITable<SolutionRow> solutions,
    ITable<ScanRow> scans,
    ITable<PageRow> pages,
    ITable<TrendRow> trends,
    ITable<SummaryRow> summaries,
    ITable<FindingRow> findings,
    ITable<OccurrenceRow> occurrences,
    IBlobs blobs)
{
    /// <summary>Erases the solution.</summary>
    public async Task EraseAsync(SolutionRow solution, CancellationToken cancellation)
    {
        await foreach (ScanRow scan in scans.ReadAsync(solution.RowKey, "", cancellation))
        {
            await foreach (PageRow page in pages.ReadAsync(scan.RowKey, "", cancellation))
            {
                await EraseScreenshotsAsync(page, cancellation);
                await pages.DeleteAsync(page.PartitionKey, page.RowKey, cancellation);
            }
            await DeleteBlobsAsync($"scans/{scan.RowKey}/", cancellation);
            await scans.DeleteAsync(scan.PartitionKey, scan.RowKey, cancellation);
        }
        await DeleteBlobsAsync($"solutions/{solution.RowKey}/", cancellation);
        await trends.DeletePartitionAsync(solution.RowKey, cancellation);
        await summaries.DeleteAsync(SummaryRow.PartitionOf(solution.Id), solution.RowKey, cancellation);
        await solutions.DeleteAsync(solution.PartitionKey, solution.RowKey, cancellation);
    }

    /// <summary>Erases one finding. A screenshot that another finding shares is named by its content and goes with whichever is erased first.</summary>
    public async Task EraseFindingAsync(FindingRow finding, CancellationToken cancellation)
    {
        await foreach (OccurrenceRow occurrence in occurrences.ReadAsync(
            OccurrenceRow.PartitionOf(finding.Solution, finding.Fingerprint), "", cancellation))
        {
            if (occurrence.Screenshot is { } screenshot)
                await blobs.DeleteAsync(screenshot, cancellation);
            await occurrences.DeleteAsync(occurrence.PartitionKey, occurrence.RowKey, cancellation);
        }
        await findings.DeleteAsync(finding.PartitionKey, finding.RowKey, cancellation);
    }

    private async Task DeleteBlobsAsync(string folder, CancellationToken cancellation)
    {
        await foreach (string blob in blobs.ListAsync(folder, cancellation))
            await blobs.DeleteAsync(blob, cancellation);
    }

    private async Task EraseScreenshotsAsync(PageRow page, CancellationToken cancellation)
    {
        PageAudit? audit = page.ResultBlob is { } result ? await PageAuditBlob.ReadAsync(blobs, result, cancellation) : null;
        foreach (string screenshot in (audit?.Rules ?? []).SelectMany(r => r.Elements).Select(e => e.Screenshot).OfType<string>().Distinct())
            await blobs.DeleteAsync(screenshot, cancellation);
    }
}
