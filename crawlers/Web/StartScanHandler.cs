using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web;

/// <summary>Starts a scan: robots, sitemap, crawl, sample, one message a page.</summary>
public sealed class StartScanHandler
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    public Task HandleAsync(StartScanMessage message, CancellationToken cancellation) => throw new NotSupportedException();
}
