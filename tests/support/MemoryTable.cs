using System.Runtime.CompilerServices;
using Azure;
using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>The in-memory twin of a table: same keys, same conflicts, same paging; the contract tests run over both.</summary>
public sealed class MemoryTable<TRow>(TimeProvider clock) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    private readonly Lock gate = new();
    private readonly SortedDictionary<(string Partition, string Row), TRow> table = new(KeyOrder.Instance);
    private long version;

    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(table.TryGetValue((partition, row), out TRow? found) ? found with { } : null);
    }

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(table.ContainsKey(Key(row)) ? null : Store(row));
    }

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(table.TryGetValue(Key(row), out TRow? current) && current.ETag == row.ETag ? Store(row) : null);
    }

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(Store(row));
    }

    public async Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
    {
        foreach (TRow row in rows)
            RowLimits.Check(row);
        foreach (TRow row in rows)
            await PutAsync(row, cancellation);
    }

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            table.Remove((partition, row));
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) =>
        Enumerate(row => row.PartitionKey == partition && row.RowKey.StartsWith(prefix, StringComparison.Ordinal), cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => Enumerate(_ => true, cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        RowPaging.CheckLimit(limit);
        string after = continuationToken is null ? "" : RowPaging.ReadToken(continuationToken);
        lock (gate)
        {
            TRow[] found = [.. table.Values
                .Where(r => r.PartitionKey == partition && r.RowKey.StartsWith(prefix, StringComparison.Ordinal)
                    && (after.Length == 0 || string.CompareOrdinal(r.RowKey, after) > 0))
                .Take(limit + 1).Select(r => r with { })];
            bool more = found.Length > limit;
            return Task.FromResult(new RowPage<TRow>(more ? found[..limit] : found, more ? RowPaging.WriteToken(found[limit - 1].RowKey) : null));
        }
    }

    private async IAsyncEnumerable<TRow> Enumerate(Func<TRow, bool> filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TRow[] found;
        lock (gate)
            found = [.. table.Values.Where(filter).Select(r => r with { })];
        foreach (TRow row in found)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }
        await Task.CompletedTask;
    }

    private TRow Store(TRow row)
    {
        RowLimits.Check(row);
        TRow stored = row with { ETag = new ETag($"W/\"{++version}\""), Timestamp = clock.GetUtcNow(), WriteId = Guid.NewGuid().ToString("N") };
        table[Key(row)] = stored;
        // As the service: the time is told to readers only.
        return stored with { Timestamp = null };
    }

    private static (string, string) Key(TRow row) => (row.PartitionKey, row.RowKey);

    private sealed class KeyOrder : IComparer<(string Partition, string Row)>
    {
        public static readonly KeyOrder Instance = new();

        public int Compare((string Partition, string Row) x, (string Partition, string Row) y)
        {
            int byPartition = string.CompareOrdinal(x.Partition, y.Partition);
            return byPartition != 0 ? byPartition : string.CompareOrdinal(x.Row, y.Row);
        }
    }
}
