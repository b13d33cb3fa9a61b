using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Accessibility;

/// <summary>Puts the sample's next reserve in the place of a page that turned out to be none: gone, no HTML or out of scope.</summary>
public sealed class SampleReplacement(ITable<PageRow> pages, IBlobs blobs, IQueues queues)
{
    /// <summary>
    /// Inserts and queues a reserve for the page. Each reserve's row says whom it replaces, and rows are only ever added, so every run for the same page
    /// comes to the same reserve and none takes two.
    /// </summary>
    /// <param name="scan">The scan.</param>
    /// <param name="skipped">The page that is skipped, not yet stored as such. A follow-up page has no replacement: it was there for its finding alone. Nor has a document: reserves are pages.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task ReplaceAsync(ScanId scan, PageRow skipped, CancellationToken cancellation)
    {
        if (skipped.Kind is PageKind.FollowUp or PageKind.Document || await blobs.ReadSampleAsync(scan, cancellation) is not { } sample)
            return;

        foreach (SamplePage reserve in sample.Reserves)
        {
            string key = PageKey.For(reserve.Url);
            var row = new PageRow
            {
                PartitionKey = scan.ToString(),
                RowKey = key,
                Url = reserve.Url,
                Kind = reserve.Kind,
                Status = PageStatus.Queued,
                Replaces = skipped.RowKey,
            };
            PageRow? stored = await pages.TryInsertAsync(row, cancellation) ?? await pages.FindAsync(scan.ToString(), key, cancellation);
            if (stored?.Replaces != skipped.RowKey)
                continue; // Another page's replacement, or in the sample already.
            if (!stored.Done)
                await queues.SendAsync(new AuditPageMessage(scan, key), cancellation);
            return;
        }
    }
}
