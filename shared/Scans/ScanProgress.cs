using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>Notes that something of a scan moved, and finds out when a look is complete.</summary>
public sealed class ScanProgress
{
    /// <summary>
    /// To be called after a page row is written as done, and after sampling: notes the progress and, when no page of the current look is left, enqueues the step.
    /// Calling it again is harmless.
    /// </summary>
    public Task PageDoneAsync(ScanId scan, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Ends a scan that came to nothing before any page was audited; no finding changes.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="reason">A code of <see cref="ScanReasons"/> or <see cref="PageReasons"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task FailAsync(ScanId scan, string reason, CancellationToken cancellation) => throw new NotSupportedException();
}
