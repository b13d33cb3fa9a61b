using System.Runtime.CompilerServices;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests.Flow;

/// <summary>The in-memory table with a fault point around each call; a batch is a point of its own, as the service applies each whole.</summary>
internal sealed class FaultyTable<TRow>(MemoryTable<TRow> inner, Faults faults) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) =>
        faults.AroundAsync(Name("find"), hasEffect: false, () => inner.FindAsync(partition, row, cancellation));

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation) =>
        faults.AroundAsync(Name("insert"), hasEffect: true, () => inner.TryInsertAsync(row, cancellation));

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) =>
        faults.AroundAsync(Name("replace"), hasEffect: true, () => inner.TryReplaceAsync(row, cancellation));

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) =>
        faults.AroundAsync(Name("put"), hasEffect: true, () => inner.PutAsync(row, cancellation));

    public async Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation)
    {
        foreach (IReadOnlyList<TRow> batch in RowBatches.Split(rows))
            await faults.AroundAsync(Name("batch"), () => inner.PutAllAsync(batch, cancellation));
    }

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) =>
        faults.AroundAsync(Name("delete"), () => inner.DeleteAsync(partition, row, cancellation));

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) =>
        EnumerateAsync(inner.ReadAsync(partition, prefix, cancellation), cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => EnumerateAsync(inner.ReadAllAsync(cancellation), cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        faults.AroundAsync(Name("page"), hasEffect: false, () => inner.PageAsync(partition, prefix, limit, continuationToken, cancellation));

    private async IAsyncEnumerable<TRow> EnumerateAsync(IAsyncEnumerable<TRow> rows, [EnumeratorCancellation] CancellationToken cancellation)
    {
        TRow[] read = await faults.AroundAsync(Name("read"), hasEffect: false, async () => await rows.ToArrayAsync(cancellation));
        foreach (TRow row in read)
            yield return row;
    }

    private static string Name(string call) => $"table {TRow.Table} {call}";
}

/// <summary>The in-memory blobs with a fault point around each call.</summary>
internal sealed class FaultyBlobs(MemoryBlobs inner, Faults faults) : IBlobs
{
    public Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation) =>
        faults.AroundAsync("blob read", hasEffect: false, () => inner.ReadAsync(name, cancellation));

    public Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        faults.AroundAsync($"blob create {name}", hasEffect: true, () => inner.TryCreateAsync(name, content, contentType, cancellation));

    public Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        faults.AroundAsync($"blob write {name}", () => inner.WriteAsync(name, content, contentType, cancellation));

    public Task DeleteAsync(string name, CancellationToken cancellation) =>
        faults.AroundAsync($"blob delete {name}", () => inner.DeleteAsync(name, cancellation));

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);
}

/// <summary>The queues with a fault point around each message sent.</summary>
internal sealed class FaultyQueues(FlowQueues inner, Faults faults) : IQueues
{
    public Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage =>
        faults.AroundAsync($"queue {TMessage.Queue} send", () => inner.SendAsync(message, delay, cancellation));
}
