using Microsoft.Extensions.Options;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Turn-taking by rows under their ETags: across all workers where they are stored, within one process where they are not.</summary>
public sealed class HostSlots(
    IHostRows<HostRow> slots, IHostRows<HostStateRow> states, HostNaming naming, IOptions<ScanSettings> settings, TimeProvider clock) : IHostSlots
{
    private const int MostAttempts = 10;

    /// <inheritdoc/>
    public async Task<SlotAnswer> TryAcquireAsync(string url, string purpose, CancellationToken cancellation)
    {
        string host = IHostSlots.HostOf(url), holder = $"{purpose}|{Base32.Random(8)}";
        // The domain first: while that is busy, nobody needs to know the addresses.
        HostRow domain = await SlotAsync(HostNaming.DomainOf(host), cancellation);
        if (HostTurn.Wait(domain, holder, clock.GetUtcNow(), settings.Value) is { } busy)
            return busy;

        List<HostRow> rows = [domain];
        foreach (string address in await naming.AddressesOfAsync(url, cancellation))
        {
            if (address != domain.PartitionKey)
                rows.Add(await SlotAsync(address, cancellation));
        }
        DateTimeOffset now = clock.GetUtcNow();
        if (rows.Select(r => HostTurn.Wait(r, holder, now, settings.Value)).OfType<SlotAnswer>().MaxBy(w => w.RetryAfter) is { } wait)
            return wait;

        // After the slots: whoever had the turn before noted what it met before giving it back, so whoever then gets it has read that.
        HostStateRow? state = await states.FindAsync(host, HostStateRow.State, cancellation);
        return HostHealth.Judge(state, now)
            ?? await TakeAsync(host, holder, rows, HostHealth.Pause(state, settings.Value), now, cancellation);
    }

    /// <inheritdoc/>
    public async Task<SlotAnswer> AskAsync(string url, CancellationToken cancellation) =>
        HostHealth.Judge(await states.FindAsync(IHostSlots.HostOf(url), HostStateRow.State, cancellation), clock.GetUtcNow()) ?? SlotAnswer.Free;

    /// <inheritdoc/>
    public async Task<TimeSpan> NoteAsync(string url, HostAnswer answer, CancellationToken cancellation)
    {
        HostStateRow? state = await ChangeAsync(
            states, IHostSlots.HostOf(url), HostStateRow.State, row => HostHealth.Note(row, answer, clock.GetUtcNow(), settings.Value), cancellation);
        return HostHealth.Rest(state, clock.GetUtcNow());
    }

    /// <inheritdoc/>
    public async Task ReleaseAsync(HostSlot slot, TimeSpan pause, CancellationToken cancellation)
    {
        HostStateRow? state = await states.FindAsync(slot.Host, HostStateRow.State, cancellation);
        TimeSpan least = HostHealth.Pause(state, settings.Value);
        foreach (string key in slot.Keys)
        {
            await ChangeAsync(
                slots, key, HostRow.Slot, row => HostTurn.Release(row, slot.Holder, pause > least ? pause : least, clock.GetUtcNow(), settings.Value), cancellation);
        }
    }

    /// <inheritdoc/>
    public Task SetCrawlDelayAsync(string url, TimeSpan? delay, CancellationToken cancellation) =>
        ChangeAsync(states, IHostSlots.HostOf(url), HostStateRow.State, row => HostHealth.SetCrawlDelay(row, delay), cancellation);

    /// <summary>Takes all slots or none, in one order for everybody. Whoever is second gives back what it has, so nobody waits for another while holding anything.</summary>
    private async Task<SlotAnswer> TakeAsync(
        string host, string holder, IEnumerable<HostRow> free, TimeSpan pause, DateTimeOffset now, CancellationToken cancellation)
    {
        List<HostRow> before = [];
        bool all = false;
        try
        {
            foreach (HostRow row in free.OrderBy(r => r.PartitionKey, StringComparer.Ordinal))
            {
                before.Add(row);
                if (await slots.TryWriteAsync(HostTurn.Take(row, holder, pause, now, settings.Value), cancellation) is null)
                    return HostTurn.JustTaken(settings.Value);
            }
            all = true;
            return SlotAnswer.Taken(new HostSlot(host, holder, [.. before.Select(r => r.PartitionKey)]));
        }
        finally
        {
            // Also when we are told to stop, or storage failed us in between: a lease need not run out over a turn that never was.
            if (!all)
                await GiveBackAsync(before, holder);
        }
    }

    private async Task GiveBackAsync(IEnumerable<HostRow> before, string holder)
    {
        foreach (HostRow row in before)
            await ChangeAsync(slots, row.PartitionKey, HostRow.Slot, r => HostTurn.GiveBack(r, holder, row.NextAllowedAt), CancellationToken.None);
    }

    private async Task<HostRow> SlotAsync(string key, CancellationToken cancellation) =>
        await slots.FindAsync(key, HostRow.Slot, cancellation) ?? new HostRow { PartitionKey = key, RowKey = HostRow.Slot };

    /// <summary>Changes a row, or makes it, until no other writer is in between.</summary>
    /// <returns>The row as it stands afterwards; null when there is none.</returns>
    /// <exception cref="InvalidOperationException">Ten attempts met ten other writers.</exception>
    private static async Task<TRow?> ChangeAsync<TRow>(
        IHostRows<TRow> rows, string partition, string key, Func<TRow, TRow?> change, CancellationToken cancellation) where TRow : Shared.Storage.Row, Shared.Storage.IStoredRow, new()
    {
        for (int attempt = 0; attempt < MostAttempts; attempt++)
        {
            TRow? stored = await rows.FindAsync(partition, key, cancellation);
            if (change(stored ?? new TRow { PartitionKey = partition, RowKey = key }) is not { } changed)
                return stored;
            if (await rows.TryWriteAsync(changed, cancellation) is { } written)
                return written;
        }
        throw new InvalidOperationException($"The {key} of {partition} changed under ten attempts to write it.");
    }
}
