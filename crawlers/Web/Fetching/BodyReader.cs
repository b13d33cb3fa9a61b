using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Fetching;

/// <summary>Reads a body to its end or to a limit: of decoded bytes, of how much decoding may blow it up, and of how slowly it may drip.</summary>
internal sealed class BodyReader(FetchSettings settings, TimeProvider clock)
{
    /// <summary>The encodings asked for. Deflate is left out: servers do not agree on what it means.</summary>
    public const string AcceptEncoding = "gzip, br";

    private const long RatioFromBytes = 1024 * 1024;

    public async Task<BodyResult> ReadAsync(Stream sent, string? contentEncoding, int maxBytes, bool truncate, CancellationToken cancellation)
    {
        var counted = new CountingStream(sent);
        if (!TryDecode(counted, contentEncoding, out Stream? decoded))
            return BodyResult.Failed(PageReasons.Connection);

        await using Stream reading = decoded;
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        long started = clock.GetTimestamp();
        while (true)
        {
            int read = await reading.ReadAsync(buffer, cancellation);
            if (read == 0)
                return new BodyResult(body.ToArray(), false, null);
            int room = maxBytes - (int)body.Length;
            if (read > room)
            {
                body.Write(buffer, 0, room);
                return truncate ? new BodyResult(body.ToArray(), true, null) : BodyResult.Failed(PageReasons.TooLarge);
            }
            body.Write(buffer, 0, read);
            if (body.Length > RatioFromBytes && body.Length > counted.BytesRead * settings.MaxRatio)
                return BodyResult.Failed(PageReasons.TooLarge);
            TimeSpan elapsed = clock.GetElapsedTime(started);
            if (elapsed.TotalSeconds > settings.SlowAfterSeconds && counted.BytesRead < elapsed.TotalSeconds * settings.MinBytesPerSecond)
                return BodyResult.Failed(PageReasons.Timeout);
        }
    }

    private static bool TryDecode(Stream sent, string? contentEncoding, [NotNullWhen(true)] out Stream? decoded)
    {
        decoded = contentEncoding?.Trim().ToLowerInvariant() switch
        {
            null or "" or "identity" => sent,
            "gzip" or "x-gzip" => new GZipStream(sent, CompressionMode.Decompress),
            "br" => new BrotliStream(sent, CompressionMode.Decompress),
            // Not asked for, or stacked: no browser-like client needs it, bombs do.
            _ => null,
        };
        return decoded is not null;
    }
}

/// <summary>A body, or why there is none.</summary>
internal sealed record BodyResult(byte[] Bytes, bool Truncated, string? Reason)
{
    public static BodyResult Failed(string reason) => new([], false, reason);
}
