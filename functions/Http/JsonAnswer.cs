using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Http;

/// <summary>Answers with JSON as <see cref="MonitorJson"/> writes it. A read carries its version, and is not sent again to who has it.</summary>
/// <param name="value">What to write.</param>
internal sealed class JsonAnswer(object value) : IResult
{
    /// <summary>The status.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>The version; without one, a read's version is the hash of its bytes.</summary>
    public string? Tag { get; init; }

    /// <summary>Where what was made, or is being made, is found.</summary>
    public string? Location { get; init; }

    /// <summary>The next page of a listing.</summary>
    public string? Next { get; init; }

    /// <summary>The language of the texts in it, where it has some.</summary>
    public Language? Language { get; init; }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), MonitorJson.Options);
        bool read = HttpMethods.IsGet(httpContext.Request.Method);
        string? tag = Tag ?? (read ? EntityTag.Of(body) : null);
        if (tag is not null)
            response.Headers.ETag = tag;
        if (Location is not null)
            response.Headers.Location = Location;
        if (Next is not null)
            response.Headers.Link = $"<{Next}>; rel=\"next\"";
        if (Language is { } language)
        {
            response.Headers.ContentLanguage = language.Code();
            response.Headers.Vary = "Accept-Language";
        }
        if (read && tag is not null && EntityTag.IsKnown(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.StatusCode = Status;
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }
}
