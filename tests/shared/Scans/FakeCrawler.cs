using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Tests.Scans;

/// <summary>Does with a <see cref="FakeSite"/> what starting a scan and auditing a page do with the web, through the same rows, blobs and messages.</summary>
internal sealed class FakeCrawler(
    FakeSite site, ITable<ScanRow> scans, ITable<PageRow> pages, IBlobs blobs, IQueues queues, ScanProgress progress, TimeProvider clock)
{
    public async Task StartAsync(StartScanMessage message, CancellationToken cancellation)
    {
        string solution = message.Scan.Solution.ToString(), id = message.Scan.ToString();
        if (await scans.FindAsync(solution, id, cancellation) is not { Status: ScanStatus.Queued or ScanStatus.Running })
            return;
        SamplePage[] sample = [.. site.Pages.Select((p, i) => new SamplePage(p.Url, i == 0 ? PageKind.Start : PageKind.Random))];
        await blobs.TryCreateAsync(
            ScanBlobs.SampleOf(message.Scan),
            BinaryData.FromObjectAsJson(new Sample(1, sample, [], sample.Length) { Documents = new DocumentCount(3, 2, 1) }, MonitorJson.Options), "application/json", cancellation);
        foreach (SamplePage page in sample)
            await pages.TryInsertAsync(new PageRow { PartitionKey = id, RowKey = PageKey.For(page.Url), Url = page.Url, Kind = page.Kind }, cancellation);
        await scans.UpdateAsync(
            solution, id,
            s => s.Status == ScanStatus.Queued ? s with { Status = ScanStatus.Running, PagesSampled = sample.Length, StartedAt = clock.GetUtcNow() } : null,
            cancellation);
        foreach (SamplePage page in sample)
            await queues.SendAsync(new AuditPageMessage(message.Scan, PageKey.For(page.Url)), cancellation);
        await progress.PageDoneAsync(message.Scan, cancellation);
    }

    public async Task AuditAsync(AuditPageMessage message, CancellationToken cancellation)
    {
        string id = message.Scan.ToString();
        PageRow? row = await pages.FindAsync(id, message.Page, cancellation);
        if (row is { Done: false })
        {
            site.Loading?.Invoke(message);
            PageAudit audit = await PageAuditBlob.WriteAsync(blobs, message.Scan, message.Page, site.Load(row.Url).Audit(), cancellation);
            await pages.UpdateAsync(
                id, message.Page,
                p => p.Done ? null : p with
                {
                    Status = audit.Status,
                    Reason = audit.Reason,
                    AuditedAt = clock.GetUtcNow(),
                    ResultBlob = PageAuditBlob.NameOf(message.Scan, message.Page),
                    Failed = audit.Rules.Sum(r => r.Elements.Count),
                },
                cancellation);
        }
        await progress.PageDoneAsync(message.Scan, cancellation);
    }
}
