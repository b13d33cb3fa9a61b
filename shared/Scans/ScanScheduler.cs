using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Orders the scans that are due, and takes up again those that stalled.</summary>
public sealed class ScanScheduler(ITable<SolutionRow> solutions, ScanOrders orders, ScanRecovery recovery, TimeProvider clock)
{
    /// <summary>
    /// Goes through all solutions. Due times are stored, so that a run that was missed is caught up by the next;
    /// a run that fails half-way is repeated whole by the next, which orders nothing twice.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await foreach (SolutionRow solution in solutions.ReadAllAsync(cancellation))
        {
            if (solution.ActiveScan is not null)
                await recovery.RecoverAsync(solution, cancellation);
            else if (solution is { DeregisteredAt: null, Paused: false } && solution.NextDueAt <= now)
                await orders.OrderAsync(solution.Id, ScanOrders.Schedule, cancellation);
        }
    }
}
