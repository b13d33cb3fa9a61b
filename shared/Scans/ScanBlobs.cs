using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>The JSON blobs of a scan.</summary>
public static class ScanBlobs
{
    private const string ContentType = "application/json";

    /// <summary>The name of a scan's frozen result, schema <c>monitor.scan/1</c>.</summary>
    public static string ResultOf(ScanId scan) => $"scans/{scan}/result.json";

    /// <summary>The name of a scan's <see cref="Sample"/>.</summary>
    public static string SampleOf(ScanId scan) => $"scans/{scan}/sample.json";

    /// <summary>A scan's frozen result; null before it has ended.</summary>
    public static Task<ScanResult?> ReadResultAsync(this IBlobs blobs, ScanId scan, CancellationToken cancellation) =>
        blobs.ReadJsonAsync<ScanResult>(ResultOf(scan), cancellation);

    internal static async Task<TContent?> ReadJsonAsync<TContent>(this IBlobs blobs, string name, CancellationToken cancellation) where TContent : class =>
        await blobs.ReadAsync(name, cancellation) is { } content ? JsonSerializer.Deserialize<TContent>(content, MonitorJson.Options) : null;

    internal static Task<bool> TryCreateJsonAsync<TContent>(this IBlobs blobs, string name, TContent content, CancellationToken cancellation) =>
        blobs.TryCreateAsync(name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, MonitorJson.Options)), ContentType, cancellation);

    internal static Task WriteJsonAsync<TContent>(this IBlobs blobs, string name, TContent content, CancellationToken cancellation) =>
        blobs.WriteAsync(name, BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(content, MonitorJson.Options)), ContentType, cancellation);
}
