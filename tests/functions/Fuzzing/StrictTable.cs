using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests.Fuzzing;

/// <summary>The in-memory table, refusing to be asked for what can be no key: storage itself would answer 400, or find another row than was meant.</summary>
internal sealed class StrictTable<TRow>(TimeProvider clock) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    private readonly MemoryTable<TRow> inner = new(clock);

    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) =>
        inner.FindAsync(Key(partition), Key(row), cancellation);

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation) => inner.TryInsertAsync(row, cancellation);

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) => inner.TryReplaceAsync(row, cancellation);

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) => inner.PutAsync(row, cancellation);

    public Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation) => inner.PutAllAsync(rows, cancellation);

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) =>
        inner.DeleteAsync(Key(partition), Key(row), cancellation);

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) =>
        inner.ReadAsync(Key(partition), Prefix(prefix), cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        inner.PageAsync(Key(partition), Prefix(prefix), limit, continuationToken, cancellation);

    private static string Key(string text) =>
        RowLimits.IsKey(text) ? text : throw new InvalidOperationException($"A {typeof(TRow).Name} was asked for by what can be no key: {text}");

    private static string Prefix(string text) => text.Length == 0 ? text : Key(text);
}

/// <summary>The in-memory blobs, refusing names that could lead elsewhere.</summary>
internal sealed class StrictBlobs(IBlobs inner) : IBlobs
{
    public Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation) => inner.ReadAsync(Name(name), cancellation);

    public Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        inner.TryCreateAsync(Name(name), content, contentType, cancellation);

    public Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        inner.WriteAsync(Name(name), content, contentType, cancellation);

    public Task DeleteAsync(string name, CancellationToken cancellation) => inner.DeleteAsync(Name(name), cancellation);

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) =>
        inner.ListAsync(prefix.Length == 0 ? prefix : Name(prefix), cancellation);

    private static string Name(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '-' or '_' or '|' or '@' or ' ') && !name.Split('/').Contains("..")
            ? name
            : throw new InvalidOperationException($"A blob was asked for by what can be no name of ours: {name}");
}
