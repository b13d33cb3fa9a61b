using Microsoft.AspNetCore.Http;

namespace Monitor.Functions.Http;

/// <summary>Leads on by GET (RFC 9110 section 15.4.4), within this site only.</summary>
/// <param name="path">A path of ours, with its query.</param>
public sealed class SeeOther(string path) : IResult
{
    /// <summary>Whether a path that came from outside stays within this site; browsers read <c>//</c> and <c>/\</c> as another host.</summary>
    public static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = IsLocal(path) ? path : "/";
        return Task.CompletedTask;
    }
}
