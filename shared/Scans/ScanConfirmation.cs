using Microsoft.Extensions.Options;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Takes a scan from its first looks to its second: confirm before alerting.</summary>
public sealed class ScanConfirmation(
    ITable<ScanRow> scans, ITable<PageRow> pages, IQueues queues, ScanFreezer freezer, IOptions<ScanSettings> settings)
{
    /// <summary>
    /// Chooses what must be looked at again and takes the scan over to confirming, under its ETag; a scan that is not there yet, or past it, stays.
    /// The rows of the second look are written first: the same rows again, when a crash made it start over.
    /// </summary>
    /// <returns>The scan as it stands.</returns>
    internal async Task<ScanRow?> BeginAsync(ScanRow scan, CancellationToken cancellation)
    {
        if (scan.Status != ScanStatus.Running || !Look.IsComplete(scan, await pages.ReadLookAsync(scan, cancellation)))
            return scan;
        IReadOnlyList<PageObservation> chosen = scan.StopRequested ? [] : await ChooseAsync(scan, cancellation);
        foreach (PageObservation page in chosen)
            await InsertAsync(scan, page.LookKey, cancellation);
        return await scans.UpdateAsync(
            scan.PartitionKey, scan.RowKey,
            r => r.Status == ScanStatus.Running ? r with { Status = ScanStatus.Confirming, SecondLooks = chosen.Count } : null,
            cancellation);
    }

    /// <summary>Enqueues the second looks that were not made yet.</summary>
    internal async Task EnqueueAsync(ScanRow scan, IEnumerable<PageRow> look, CancellationToken cancellation)
    {
        foreach (PageRow page in look.Where(p => !p.Done))
            await queues.SendAsync(new AuditPageMessage(scan.Id, page.RowKey), TimeSpan.FromSeconds(settings.Value.SecondLookSeconds), cancellation);
    }

    private async Task<IReadOnlyList<PageObservation>> ChooseAsync(ScanRow scan, CancellationToken cancellation)
    {
        (SolutionState before, ScanObservations observed, ScanLooks looks) = await freezer.ReadAsync(scan, cancellation);
        int most = settings.Value.SecondLookPages;
        IReadOnlyList<string> chosen = SecondLooks.Choose(Candidate.Of(before, observed), most);
        // What a page shows beside findings is sure with one page that shows it twice.
        string[] doubtful = [.. looks.Looks.Where(l => l.Audit?.Shown is { LookAgain: true }).Select(l => l.Row.RowKey).Where(observed.Pages.ContainsKey).Order(StringComparer.Ordinal)];
        if (doubtful.Length > 0 && !doubtful.Intersect(chosen).Any())
            chosen = [.. chosen.Take(Math.Max(0, most - 1)), doubtful[0]];
        return [.. chosen.Select(key => observed.Pages[key])];
    }

    private async Task InsertAsync(ScanRow scan, string key, CancellationToken cancellation)
    {
        if (await pages.FindAsync(scan.RowKey, key, cancellation) is { } first)
        {
            await pages.TryInsertAsync(
                new PageRow { PartitionKey = scan.RowKey, RowKey = PageKey.SecondLook(key), Url = first.Url, Kind = first.Kind }, cancellation);
        }
    }
}
