using System.Collections.Concurrent;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>Turn-taking across all workers: the registry's row under its ETag.</summary>
internal sealed class RegistryTurns(ITable<RegistryRow> registries, TimeProvider clock) : IRegistryTurns
{
    /// <summary>Writers that may come in between before a turn counts as too far away.</summary>
    private const int Attempts = 30;

    // Within a process one at a time, so that only processes contend.
    private readonly ConcurrentDictionary<string, Line> lines = new();

    public Task<TimeSpan?> ReserveAsync(string registry, RegistryPace pace, TimeSpan longest, CancellationToken cancellation) =>
        lines.GetOrAdd(registry, _ => new Line()).InTurnAsync<TimeSpan?>(async () =>
        {
            for (int attempt = 0; attempt < Attempts; attempt++)
            {
                RegistryRow? stored = await registries.FindAsync(registry, RegistryRow.Turn, cancellation);
                if (pace.Reserve(stored ?? New(registry), clock.GetUtcNow(), longest) is not { } turn)
                    return null;
                if (await StoreAsync(stored is null, turn.Row, cancellation))
                    return turn.Wait;
            }
            return null;
        });

    public async Task RestAsync(string registry, TimeSpan rest, CancellationToken cancellation)
    {
        DateTimeOffset until = clock.GetUtcNow() + rest;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            RegistryRow? stored = await registries.FindAsync(registry, RegistryRow.Turn, cancellation);
            if (stored?.RestsUntil >= until || await StoreAsync(stored is null, (stored ?? New(registry)) with { RestsUntil = until }, cancellation))
                return;
        }
    }

    private async Task<bool> StoreAsync(bool first, RegistryRow row, CancellationToken cancellation) =>
        (first ? await registries.TryInsertAsync(row, cancellation) : await registries.TryReplaceAsync(row, cancellation)) is not null;

    private static RegistryRow New(string registry) => new() { PartitionKey = registry, RowKey = RegistryRow.Turn };

    /// <summary>
    /// Lets one in after another, in the order they came. No semaphore, whose waiters go on somewhere in the thread pool: here each goes on
    /// where the one before it ended, so that a run with a clock of its own can be told again.
    /// </summary>
    private sealed class Line
    {
        private Task last = Task.CompletedTask;

        public async Task<T> InTurnAsync<T>(Func<Task<T>> work)
        {
            var done = new TaskCompletionSource();
            await Interlocked.Exchange(ref last, done.Task);
            try
            {
                return await work();
            }
            finally
            {
                done.SetResult();
            }
        }
    }
}
