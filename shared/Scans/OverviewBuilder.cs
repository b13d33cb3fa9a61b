
namespace Monitor.Shared.Scans;

/// <summary>Folds the summaries into the blobs that the overview reads.</summary>
public sealed class OverviewBuilder
{
    /// <summary>See the class.</summary>
    public Task RunAsync(CancellationToken cancellation) => throw new NotSupportedException();
}
