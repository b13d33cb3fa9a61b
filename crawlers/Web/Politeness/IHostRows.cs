using Monitor.Shared.Storage;

namespace Monitor.Crawlers.Web.Politeness;

/// <summary>Where what is known of hosts is kept: a seam between the storage of the service and the memory of the command line, which stores nothing.</summary>
public interface IHostRows<TRow> where TRow : Row, IStoredRow, new()
{
    /// <summary>The row, or null.</summary>
    Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation);

    /// <summary>Writes a row as it was read and changed, or a new one without an ETag; null when another writer came first.</summary>
    Task<TRow?> TryWriteAsync(TRow row, CancellationToken cancellation);
}

/// <summary>In storage, for all workers.</summary>
public sealed class StoredHostRows<TRow>(ITable<TRow> table) : IHostRows<TRow> where TRow : Row, IStoredRow, new()
{
    /// <inheritdoc/>
    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => table.FindAsync(partition, row, cancellation);

    /// <inheritdoc/>
    public Task<TRow?> TryWriteAsync(TRow row, CancellationToken cancellation) =>
        row.ETag == default ? table.TryInsertAsync(row, cancellation) : table.TryReplaceAsync(row, cancellation);
}
