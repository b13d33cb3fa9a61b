using Microsoft.Extensions.Options;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Starting;

/// <summary>Turns a frozen sample into rows and messages.</summary>
public sealed class SampledPages(ITable<ScanRow> scans, ITable<PageRow> pages, IQueues queues, IOptions<ScanSettings> settings, TimeProvider clock)
{
    /// <summary>
    /// Inserts a row for every page, then tells the scan how many there are, then queues each page that is not done:
    /// in this order, so that no page can be the last one before all are there.
    /// </summary>
    public async Task QueueAsync(ScanId id, Sample sample, CancellationToken cancellation)
    {
        List<string> due = [];
        foreach (SamplePage page in sample.Pages)
        {
            string key = PageKey.For(page.Url);
            var row = new PageRow { PartitionKey = id.ToString(), RowKey = key, Url = page.Url, Kind = page.Kind, Status = PageStatus.Queued };
            PageRow? stored = await pages.TryInsertAsync(row, cancellation) ?? await pages.FindAsync(id.ToString(), key, cancellation);
            if (stored is { Done: false })
                due.Add(key);
        }
        await scans.UpdateAsync(id.Solution.ToString(), id.ToString(), row => row.Ended || row.PagesSampled > 0 ? null : row with
        {
            PagesSampled = sample.Pages.Count,
            LastProgressAt = clock.GetUtcNow(),
        }, cancellation);
        // One after the other, as the host's turns come: all at once they would only wait for each other.
        for (int i = 0; i < due.Count; i++)
            await queues.SendAsync(new AuditPageMessage(id, due[i]), TimeSpan.FromSeconds(i * settings.Value.HostDelaySeconds), cancellation);
    }
}
