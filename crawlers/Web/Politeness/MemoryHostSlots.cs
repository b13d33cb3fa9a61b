using Microsoft.Extensions.Options;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Turn-taking within one process: for the command line, which stores nothing.</summary>
public sealed class MemoryHostSlots(IOptions<ScanSettings> settings, TimeProvider clock) : IHostSlots
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HostRow> hosts = [];

    /// <inheritdoc/>
    public Task<SlotAnswer> TryAcquireAsync(string host, string holder, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            (SlotAnswer answer, HostRow? taken) = HostTurn.Take(Row(host), holder, clock.GetUtcNow(), settings.Value);
            if (taken is not null)
                hosts[host] = taken;
            return Task.FromResult(answer);
        }
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string host, string holder, TimeSpan pause, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.Release(row, holder, pause, clock.GetUtcNow(), settings.Value));

    /// <inheritdoc/>
    public Task PauseAsync(string host, TimeSpan pause, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.Rest(row, pause, clock.GetUtcNow()));

    /// <inheritdoc/>
    public Task SetCrawlDelayAsync(string host, TimeSpan? delay, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.SetCrawlDelay(row, delay));

    private Task ChangeAsync(string host, Func<HostRow, HostRow?> change)
    {
        lock (gate)
        {
            if (change(Row(host)) is { } changed)
                hosts[host] = changed;
        }
        return Task.CompletedTask;
    }

    private HostRow Row(string host) => hosts.GetValueOrDefault(host) ?? new HostRow { PartitionKey = host, RowKey = HostRow.Slot };
}
