
namespace Monitor.Shared.Scans;

/// <summary>Orders the scans that are due, and takes up again those that stalled.</summary>
public sealed class ScanScheduler
{
    /// <summary>See the class.</summary>
    public Task RunAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
