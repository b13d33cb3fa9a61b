using Monitor.Crawlers.Web.Starting;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web;

/// <summary>Starts a scan: robots, sitemap, crawl, sample, one message a page. A long crawl passes itself on.</summary>
public sealed class StartScanHandler(ScanStart start, ScanProgress progress, IQueues queues)
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    public async Task HandleAsync(StartScanMessage message, CancellationToken cancellation)
    {
        StartResult result = await start.RunAsync(message.Scan, cancellation);
        switch (result.Kind)
        {
            case StartResultKind.Unfinished:
                await queues.SendAsync(message, result.Wait, cancellation);
                break;
            case StartResultKind.Failed:
                await progress.FailAsync(message.Scan, result.Reason!, cancellation);
                break;
            case StartResultKind.Sampled:
                await progress.PageDoneAsync(message.Scan, cancellation);
                break;
        }
    }
}
