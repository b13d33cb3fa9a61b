using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;

namespace Monitor.Functions.Api.Findings;

/// <summary>A screenshot. It is named by its content, so whoever may see it may keep it; nobody in between may.</summary>
internal sealed class EvidenceAnswer(BinaryData content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        ReadOnlyMemory<byte> bytes = content.ToMemory();
        string tag = EntityTag.Of(bytes.Span);
        response.Headers.CacheControl = "private, max-age=86400";
        response.Headers.ETag = tag;
        if (EntityTag.IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "image/png";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
