using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility;

/// <summary>Looks at one page of a scan and stores what it observed.</summary>
public sealed class AuditPageHandler
{
    /// <summary>Handles one message; may meet the same one twice.</summary>
    public Task HandleAsync(AuditPageMessage message, CancellationToken cancellation) => throw new NotSupportedException();
}
