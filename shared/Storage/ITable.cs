namespace Monitor.Shared.Storage;

/// <summary>
/// A table of one kind of row: the seam to Azure Table Storage, with an in-memory twin in the tests.
/// Conflicts are values (null or false), never exceptions; limits of the service (1 MiB, 252 columns, 32 K characters,
/// one partition, 100 rows and 4 MiB a batch) are checked here, since the emulator does not.
/// </summary>
public interface ITable<TRow> where TRow : Row, IStoredRow, new()
{
    /// <summary>The row, or null.</summary>
    Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation);

    /// <summary>Adds the row and returns it with its ETag; null when the key is taken by another write.</summary>
    Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation);

    /// <summary>Replaces the row if it still has the ETag given, and returns it with its new one; null when it changed or went.</summary>
    Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation);

    /// <summary>Inserts or replaces whatever stands there: for rows that are a pure function of their key and of frozen input.</summary>
    Task<TRow> PutAsync(TRow row, CancellationToken cancellation);

    /// <summary>Puts many rows of any partitions, batched as the service allows.</summary>
    Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation);

    /// <summary>Deletes the row; one that is gone already is no error.</summary>
    Task DeleteAsync(string partition, string row, CancellationToken cancellation);

    /// <summary>The rows of one partition whose keys begin with the prefix, in key order.</summary>
    IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation);

    /// <summary>One page of the same.</summary>
    /// <param name="partition">The partition.</param>
    /// <param name="prefix">What row keys begin with; empty for all.</param>
    /// <param name="limit">At most this many rows, 1 to 1000.</param>
    /// <param name="continuationToken">From the page before; null for the first. An unreadable one is <see cref="FormatException"/>.</param>
    /// <param name="cancellation">Cancels.</param>
    Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation);

    /// <summary>Every row of the table, across partitions: for timers only, never on a request's path.</summary>
    IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation);
}

/// <summary>Table conveniences that need nothing but the seam.</summary>
public static class TableExtensions
{
    /// <summary>
    /// Reads, changes and replaces a row until no other writer is in between.
    /// <paramref name="change"/> returns null to leave the row as it is; it may run several times and must be pure.
    /// </summary>
    /// <returns>The row as it stands afterwards; null when there is none.</returns>
    /// <exception cref="InvalidOperationException">Ten attempts met ten other writers.</exception>
    public static async Task<TRow?> UpdateAsync<TRow>(
        this ITable<TRow> table, string partition, string row, Func<TRow, TRow?> change, CancellationToken cancellation)
        where TRow : Row, IStoredRow, new()
    {
        for (int attempt = 0; attempt < 10; attempt++)
        {
            TRow? current = await table.FindAsync(partition, row, cancellation);
            if (current is null || change(current) is not { } changed)
                return current;
            if (await table.TryReplaceAsync(changed, cancellation) is { } stored)
                return stored;
        }
        throw new InvalidOperationException($"A row of {typeof(TRow).Name} changed under ten attempts to update it.");
    }

    /// <summary>Deletes every row of a partition; an interrupted run is finished by another.</summary>
    public static async Task DeletePartitionAsync<TRow>(this ITable<TRow> table, string partition, CancellationToken cancellation)
        where TRow : Row, IStoredRow, new()
    {
        await foreach (TRow row in table.ReadAsync(partition, "", cancellation))
            await table.DeleteAsync(row.PartitionKey, row.RowKey, cancellation);
    }
}
