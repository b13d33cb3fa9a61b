using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Scans;

/// <summary>Where a table finds out whether its worker dies.</summary>
internal sealed record CrashSource(Func<CrashPlan?> Plan);

/// <summary>A table whose writes may be a worker's last.</summary>
internal sealed class MortalTable<TRow>(MemoryTable<TRow> table, CrashSource crashes) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => table.FindAsync(partition, row, cancellation);

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation) => AfterAsync(table.TryInsertAsync(row, cancellation));

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) => AfterAsync(table.TryReplaceAsync(row, cancellation));

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) => AfterAsync(table.PutAsync(row, cancellation));

    public async Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
    {
        foreach (TRow row in rows)
            await PutAsync(row, cancellation);
    }

    public async Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        await table.DeleteAsync(partition, row, cancellation);
        crashes.Plan()?.Written();
    }

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => table.ReadAsync(partition, prefix, cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        table.PageAsync(partition, prefix, limit, continuationToken, cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => table.ReadAllAsync(cancellation);

    private async Task<TResult> AfterAsync<TResult>(Task<TResult> write)
    {
        TResult result = await write;
        crashes.Plan()?.Written();
        return result;
    }
}
