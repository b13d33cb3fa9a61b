using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>The in-memory twin of blob storage.</summary>
/// <param name="clock">What tells how old they are; the system's if not given.</param>
public sealed class MemoryBlobs(TimeProvider? clock = null) : IBlobs, IBlobAges
{
    private readonly ConcurrentDictionary<string, BinaryData> blobs = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> written = new(StringComparer.Ordinal);

    public Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(blobs.GetValueOrDefault(name));

    public Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        bool created = blobs.TryAdd(name, content);
        if (created)
            written[name] = Now;
        return Task.FromResult(created);
    }

    public Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        blobs[name] = content;
        written[name] = Now;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string name, CancellationToken cancellation)
    {
        blobs.TryRemove(name, out _);
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (string name in blobs.Keys.Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
            yield return name;
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<string> ListOlderAsync(string prefix, DateTimeOffset before, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (string name in ListAsync(prefix, cancellation))
        {
            if (written[name] < before)
                yield return name;
        }
    }

    private DateTimeOffset Now => (clock ?? TimeProvider.System).GetUtcNow();
}
