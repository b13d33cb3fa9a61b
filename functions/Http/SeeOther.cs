using Microsoft.AspNetCore.Http;

namespace Monitor.Functions.Http;

/// <summary>Leads on by GET (RFC 9110 section 15.4.4), within this site only.</summary>
/// <param name="path">A path of ours, with its query.</param>
public sealed class SeeOther(string path) : IResult
{
    /// <summary>
    /// Whether a path that came from outside stays within this site: browsers read <c>//</c> and <c>/\</c> as another host.
    /// It is in the characters of a URI (RFC 3986 section 2), since a header holds no others.
    /// </summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && path.All(c => c is > ' ' and < '\u007f');

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = IsLocal(path) ? path : "/";
        return Task.CompletedTask;
    }
}
