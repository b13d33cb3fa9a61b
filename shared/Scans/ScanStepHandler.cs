
namespace Monitor.Shared.Scans;

/// <summary>Takes a scan on when a look is complete: chooses candidates and queues second looks, or applies the transitions and finishes.</summary>
public sealed class ScanStepHandler
{
    /// <summary>See the class.</summary>
    public Task HandleAsync(ScanStepMessage message, CancellationToken cancellation) => throw new NotSupportedException();
}
