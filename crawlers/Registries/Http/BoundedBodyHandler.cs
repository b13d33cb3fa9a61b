namespace Monitor.Crawlers.Registries.Http;

/// <summary>
/// Reads the body inside the pipeline, so that time-outs and retries cover it (HttpClient's own stop at the headers),
/// and stops at a size no registry needs.
/// </summary>
internal sealed class BoundedBodyHandler : DelegatingHandler
{
    /// <summary>Bytes after decompression: some ten thousand datasets of SPARQL results.</summary>
    public const int MaxBytes = 8 * 1024 * 1024;

    /// <summary>Set on a request whose answer went past <see cref="MaxBytes"/>.</summary>
    public static readonly HttpRequestOptionsKey<bool> TooLarge = new("Monitor.Registries.TooLarge");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        try
        {
            byte[]? body = await ReadAsync(response.Content, cancellationToken);
            request.Options.Set(TooLarge, body is null);
            var content = new ByteArrayContent(body ?? []);
            content.Headers.ContentType = response.Content.Headers.ContentType;
            response.Content.Dispose();
            response.Content = content;
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private static async Task<byte[]?> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        await using Stream stream = await content.ReadAsStreamAsync(cancellation);
        using var body = new MemoryStream();
        byte[] buffer = new byte[16 * 1024];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (body.Length + read > MaxBytes)
                return null;
            body.Write(buffer, 0, read);
        }
        return body.ToArray();
    }
}
