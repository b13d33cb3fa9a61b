using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests;

/// <summary>When the process dies: before the write of that number, counted while it is armed; every write after it fails too.</summary>
public sealed class Death
{
    private int writes;

    public bool Armed { get; set; }

    public required int At { get; init; }

    public void Pass()
    {
        if (Armed && writes++ >= At)
            throw new InvalidOperationException("Dead.");
    }
}

/// <summary>The in-memory table of a process that can die.</summary>
public sealed class MortalTable<TRow>(TimeProvider clock, Death death) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    private readonly MemoryTable<TRow> inner = new(clock);

    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation)
    {
        death.Pass();
        return inner.TryInsertAsync(row, cancellation);
    }

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation)
    {
        death.Pass();
        return inner.TryReplaceAsync(row, cancellation);
    }

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation)
    {
        death.Pass();
        return inner.PutAsync(row, cancellation);
    }

    public Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
    {
        death.Pass();
        return inner.PutAllAsync(rows, cancellation);
    }

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation)
    {
        death.Pass();
        return inner.DeleteAsync(partition, row, cancellation);
    }

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => inner.ReadAsync(partition, prefix, cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        inner.PageAsync(partition, prefix, limit, continuationToken, cancellation);
}
