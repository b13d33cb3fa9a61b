using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Retention;

/// <summary>
/// Deletes what of one agency is older than evidence is kept: its scans with all their details, and pictures and markup of what was not seen since.
/// A scan goes as a whole, so that none is left that looks as if it had found nothing; its point in the trend stays, and a solution's last scan
/// stays with its result, without what the pages showed. Repeatable anywhere: a row goes after what it leads to.
/// </summary>
public sealed class EvidenceRetention(
    ITable<SolutionRow> solutions, ITable<ScanRow> scans, ITable<PageRow> pages, ITable<FindingRow> findings, ITable<OccurrenceRow> occurrences,
    IBlobs blobs, IBlobAges ages)
{
    /// <summary>See the class.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="before">What is older goes (UTC).</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task SweepAsync(OrgNumber agency, DateTimeOffset before, CancellationToken cancellation)
    {
        await foreach (SolutionRow solution in solutions.ReadAsync(agency.Value, "", cancellation))
            await SweepScansAsync(solution, before, cancellation);
        await SweepPicturesAsync(agency, before, cancellation);
    }

    private async Task SweepScansAsync(SolutionRow solution, DateTimeOffset before, CancellationToken cancellation)
    {
        await foreach (ScanRow scan in scans.ReadAsync(solution.RowKey, "", cancellation))
        {
            if (!scan.Ended || (scan.FinishedAt ?? scan.CreatedAt) >= before || scan.RowKey == solution.ActiveScan)
                continue;
            bool last = scan.RowKey == solution.LastScan;
            await DeleteBlobsAsync(last ? $"scans/{scan.RowKey}/pages/" : $"scans/{scan.RowKey}/", cancellation);
            if (last)
                continue;
            await pages.DeletePartitionAsync(scan.RowKey, cancellation);
            await scans.DeleteAsync(scan.PartitionKey, scan.RowKey, cancellation);
        }
    }

    private async Task SweepPicturesAsync(OrgNumber agency, DateTimeOffset before, CancellationToken cancellation)
    {
        // The same picture may have been taken again since: it is kept once, and as old as its first time.
        HashSet<string> old = [];
        await foreach (string name in ages.ListOlderAsync($"evidence/{agency}/", before, cancellation))
            old.Add(name);

        await foreach (FindingRow finding in findings.ReadAsync(agency.Value, "", cancellation))
        {
            // Without old pictures only findings long unseen have anything to give up.
            if (old.Count == 0 && finding.LastSeenAt >= before)
                continue;
            await foreach (OccurrenceRow seen in occurrences.ReadAsync(finding.RowKey, "", cancellation))
            {
                if (seen.LastSeenAt >= before)
                    old.Remove(seen.Screenshot ?? "");
                else if (seen.Screenshot is not null || seen.Snippet.Length > 0)
                {
                    await occurrences.UpdateAsync(
                        seen.PartitionKey, seen.RowKey, row => row.LastSeenAt < before ? row with { Screenshot = null, Snippet = "" } : null, cancellation);
                }
            }
            if (finding is { AccessibleName: not null, Over: true } && finding.LastSeenAt < before)
            {
                await findings.UpdateAsync(
                    finding.PartitionKey, finding.RowKey, row => row.Over && row.LastSeenAt < before ? row with { AccessibleName = null } : null, cancellation);
            }
        }
        foreach (string name in old)
            await blobs.DeleteAsync(name, cancellation);
    }

    private async Task DeleteBlobsAsync(string prefix, CancellationToken cancellation)
    {
        await foreach (string name in blobs.ListAsync(prefix, cancellation))
            await blobs.DeleteAsync(name, cancellation);
    }
}
