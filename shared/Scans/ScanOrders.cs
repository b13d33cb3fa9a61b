using Monitor.Shared.Domain;

namespace Monitor.Shared.Scans;

/// <summary>Orders and stops scans; at most one scan of a solution runs at a time.</summary>
public sealed class ScanOrders
{
    /// <summary>Orders a scan; where one runs already, that one is returned.</summary>
    /// <param name="solution">The solution.</param>
    /// <param name="orderedBy"><c>schedule</c>, or a key's id.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The scan, or null when there is no such solution, or it or its agency is deregistered.</returns>
    public Task<ScanRow?> OrderAsync(SolutionId solution, string orderedBy, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Asks a running scan to stop; what is known by then becomes its partial result.</summary>
    /// <returns>The scan, or null when there is none.</returns>
    public Task<ScanRow?> StopAsync(ScanId scan, CancellationToken cancellation) => throw new NotSupportedException();
}
