using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Storage;

/// <summary>Blobs that hold JSON, written and read as <see cref="MonitorJson"/> has it.</summary>
public static class JsonBlobs
{
    private const string ContentType = "application/json";

    /// <summary>The content, or null when there is no such blob.</summary>
    /// <exception cref="JsonException">The blob holds something else.</exception>
    public static async Task<TContent?> ReadJsonAsync<TContent>(this IBlobs blobs, string name, CancellationToken cancellation) where TContent : class =>
        await blobs.ReadAsync(name, cancellation) is { } content ? JsonSerializer.Deserialize<TContent>(content, MonitorJson.Options) : null;

    /// <summary>Creates the blob unless one of that name exists; false when it did.</summary>
    public static Task<bool> TryCreateJsonAsync<TContent>(this IBlobs blobs, string name, TContent content, CancellationToken cancellation) =>
        blobs.TryCreateAsync(name, BinaryData.FromObjectAsJson(content, MonitorJson.Options), ContentType, cancellation);

    /// <summary>Writes the blob, replacing what was there.</summary>
    public static Task WriteJsonAsync<TContent>(this IBlobs blobs, string name, TContent content, CancellationToken cancellation) =>
        blobs.WriteAsync(name, BinaryData.FromObjectAsJson(content, MonitorJson.Options), ContentType, cancellation);
}
