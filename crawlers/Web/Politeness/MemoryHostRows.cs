using System.Globalization;
using Azure;
using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>In the memory of one process, under the same rules.</summary>
public sealed class MemoryHostRows<TRow> : IHostRows<TRow> where TRow : Row, IStoredRow, new()
{
    private readonly Lock gate = new();
    private readonly Dictionary<(string Partition, string Row), TRow> rows = [];
    private long version;

    /// <inheritdoc/>
    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
            return Task.FromResult(rows.GetValueOrDefault((partition, row)));
    }

    /// <inheritdoc/>
    public Task<TRow?> TryWriteAsync(TRow row, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        lock (gate)
        {
            ETag stored = rows.TryGetValue((row.PartitionKey, row.RowKey), out TRow? known) ? known.ETag : default;
            if (stored != row.ETag)
                return Task.FromResult<TRow?>(null);
            TRow written = row with { ETag = new ETag((++version).ToString(CultureInfo.InvariantCulture)) };
            rows[(row.PartitionKey, row.RowKey)] = written;
            return Task.FromResult<TRow?>(written);
        }
    }
}
