using Microsoft.AspNetCore.Http;
using Monitor.Functions.Http;

namespace Monitor.Functions.Api.Findings;

/// <summary>
/// A screenshot. It can show somebody's personal data, so nothing keeps it; and though it is a picture that we made ourselves,
/// a browser that is led to take it for a document may do nothing with it.
/// </summary>
internal sealed class EvidenceAnswer(BinaryData content) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        ReadOnlyMemory<byte> bytes = content.ToMemory();
        string tag = EntityTag.Of(bytes.Span);
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.ContentDisposition = "inline; filename=\"evidence.png\"";
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
