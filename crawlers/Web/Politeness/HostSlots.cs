using Microsoft.Extensions.Options;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Turn-taking across all workers: the host's row under its ETag.</summary>
public sealed class HostSlots(ITable<HostRow> hosts, IOptions<ScanSettings> settings, TimeProvider clock) : IHostSlots
{
    /// <inheritdoc/>
    public async Task<SlotAnswer> TryAcquireAsync(string host, string holder, CancellationToken cancellation)
    {
        HostRow? stored = await hosts.FindAsync(host, HostRow.Slot, cancellation);
        (SlotAnswer answer, HostRow? taken) = HostTurn.Take(stored ?? New(host), holder, clock.GetUtcNow(), settings.Value);
        if (taken is null)
            return answer;
        HostRow? written = stored is null ? await hosts.TryInsertAsync(taken, cancellation) : await hosts.TryReplaceAsync(taken, cancellation);
        // Another was first: it has just begun.
        return written is not null ? answer : new SlotAnswer(false, TimeSpan.FromSeconds(Math.Max(0.05, settings.Value.HostDelaySeconds)));
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(string host, string holder, TimeSpan pause, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.Release(row, holder, pause, clock.GetUtcNow(), settings.Value), cancellation);

    /// <inheritdoc/>
    public Task PauseAsync(string host, TimeSpan pause, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.Rest(row, pause, clock.GetUtcNow()), cancellation);

    /// <inheritdoc/>
    public Task SetCrawlDelayAsync(string host, TimeSpan? delay, CancellationToken cancellation) =>
        ChangeAsync(host, row => HostTurn.SetCrawlDelay(row, delay), cancellation);

    private async Task ChangeAsync(string host, Func<HostRow, HostRow?> change, CancellationToken cancellation)
    {
        if (await hosts.UpdateAsync(host, HostRow.Slot, change, cancellation) is null && change(New(host)) is { } first
            && await hosts.TryInsertAsync(first, cancellation) is null)
            await hosts.UpdateAsync(host, HostRow.Slot, change, cancellation);
    }

    private static HostRow New(string host) => new() { PartitionKey = host, RowKey = HostRow.Slot };
}
