using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>Stops the work at one of the points before and after each storage operation, as a killed process does.</summary>
internal sealed class KillSwitch
{
    /// <summary>Points passed since the count was last reset.</summary>
    public int Passed { get; set; }

    /// <summary>The point that stops; none by default.</summary>
    public int At { get; set; } = int.MaxValue;

    public async Task<T> AroundAsync<T>(Func<Task<T>> operation)
    {
        Pass();
        T result = await operation();
        Pass();
        return result;
    }

    public Task AroundAsync(Func<Task> operation) => AroundAsync(async () =>
    {
        await operation();
        return 0;
    });

    /// <summary>Puts storage behind the switch.</summary>
    public void Guard<TRow>(IServiceCollection services) where TRow : Row, IStoredRow, new() =>
        services.AddSingleton<ITable<TRow>>(s => new GuardedTable<TRow>(new MemoryTable<TRow>(s.GetRequiredService<TimeProvider>()), this));

    /// <summary>Puts blobs and queues behind the switch.</summary>
    public void GuardBlobsAndQueues(IServiceCollection services)
    {
        services.AddSingleton<IBlobs>(s => new GuardedBlobs(s.GetRequiredService<MemoryBlobs>(), this));
        services.AddSingleton<IQueues>(s => new GuardedQueues(s.GetRequiredService<MemoryQueues>(), this));
    }

    private void Pass()
    {
        if (Passed++ == At)
            throw new KilledException();
    }
}

internal sealed class KilledException() : Exception("Killed.");

internal sealed class GuardedTable<TRow>(ITable<TRow> inner, KillSwitch kill) : ITable<TRow> where TRow : Row, IStoredRow, new()
{
    public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

    public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation) => kill.AroundAsync(() => inner.TryInsertAsync(row, cancellation));

    public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) => kill.AroundAsync(() => inner.TryReplaceAsync(row, cancellation));

    public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) => kill.AroundAsync(() => inner.PutAsync(row, cancellation));

    public Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation) => kill.AroundAsync(() => inner.PutAllAsync(rows, cancellation));

    public Task DeleteAsync(string partition, string row, CancellationToken cancellation) => kill.AroundAsync(() => inner.DeleteAsync(partition, row, cancellation));

    public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => inner.ReadAsync(partition, prefix, cancellation);

    public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
        inner.PageAsync(partition, prefix, limit, continuationToken, cancellation);

    public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);
}

internal sealed class GuardedBlobs(IBlobs inner, KillSwitch kill) : IBlobs
{
    public Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation) => inner.ReadAsync(name, cancellation);

    public Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        kill.AroundAsync(() => inner.TryCreateAsync(name, content, contentType, cancellation));

    public Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        kill.AroundAsync(() => inner.WriteAsync(name, content, contentType, cancellation));

    public Task DeleteAsync(string name, CancellationToken cancellation) => kill.AroundAsync(() => inner.DeleteAsync(name, cancellation));

    public IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellation) => inner.ListAsync(prefix, cancellation);
}

internal sealed class GuardedQueues(IQueues inner, KillSwitch kill) : IQueues
{
    public Task SendAsync<TMessage>(TMessage message, TimeSpan delay, CancellationToken cancellation) where TMessage : IQueueMessage =>
        kill.AroundAsync(() => inner.SendAsync(message, delay, cancellation));
}
