using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Monitor.Shared.Storage;

namespace Monitor.Tests.Support;

/// <summary>The in-memory twin of blob storage.</summary>
public sealed class MemoryBlobs : IBlobs
{
    private readonly ConcurrentDictionary<string, BinaryData> blobs = new(StringComparer.Ordinal);

    public Task<BinaryData?> ReadAsync(string name, CancellationToken cancellation) =>
        Task.FromResult(blobs.GetValueOrDefault(name));

    public Task<bool> TryCreateAsync(string name, BinaryData content, string contentType, CancellationToken cancellation) =>
        Task.FromResult(blobs.TryAdd(name, content));

    public Task WriteAsync(string name, BinaryData content, string contentType, CancellationToken cancellation)
    {
        blobs[name] = content;
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
}
