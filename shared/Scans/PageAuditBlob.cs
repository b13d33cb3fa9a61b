using System.IO.Compression;
using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>How a <see cref="PageAudit"/> is kept: gzipped JSON in <c>scans/{scanId}/pages/{pageKey}.json.gz</c>.</summary>
public static class PageAuditBlob
{
    private const string ContentType = "application/gzip";

    /// <summary>The blob's name.</summary>
    /// <param name="scan">The scan.</param>
    /// <param name="pageKey">The page row's key, that of a second look included; its <c>|</c> is written <c>-</c>.</param>
    public static string NameOf(ScanId scan, string pageKey) => $"scans/{scan}/pages/{pageKey.Replace('|', '-')}.json.gz";

    /// <summary>
    /// Keeps an audit unless one is there already: the first observation of a look wins, and a message delivered twice reads it back.
    /// </summary>
    /// <returns>The audit that is kept, which is the other one when another came first.</returns>
    public static async Task<PageAudit> WriteAsync(IBlobs blobs, ScanId scan, string pageKey, PageAudit audit, CancellationToken cancellation)
    {
        string name = NameOf(scan, pageKey);
        if (await blobs.TryCreateAsync(name, Pack(audit), ContentType, cancellation))
            return audit;
        return await ReadAsync(blobs, name, cancellation) ?? throw new InvalidOperationException($"{name} exists and cannot be read.");
    }

    /// <summary>The audit in a blob of that name (<see cref="PageRow.ResultBlob"/>), or null when there is none.</summary>
    /// <exception cref="InvalidDataException">The blob holds something else.</exception>
    public static async Task<PageAudit?> ReadAsync(IBlobs blobs, string blobName, CancellationToken cancellation) =>
        await blobs.ReadAsync(blobName, cancellation) is { } content ? Unpack(content, blobName) : null;

    private static BinaryData Pack(PageAudit audit)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            JsonSerializer.Serialize(gzip, audit, MonitorJson.Options);
        return new BinaryData(packed.ToArray());
    }

    private static PageAudit Unpack(BinaryData content, string name)
    {
        using var gzip = new GZipStream(content.ToStream(), CompressionMode.Decompress);
        try
        {
            return JsonSerializer.Deserialize<PageAudit>(gzip, MonitorJson.Options) ?? throw new InvalidDataException($"{name} holds no audit.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{name} holds no audit.", e);
        }
    }
}
