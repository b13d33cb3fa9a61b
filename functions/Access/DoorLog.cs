using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Monitor.Functions.Access;

internal static partial class DoorLog
{
    /// <summary>The route is named, not the path: a path can hold a token, and what else its sender wanted to stand in a log.</summary>
    public static void Broke(ILogger log, Exception exception, HttpRequest request) =>
        Broke(log, exception, request.Method, (request.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no route)");

    [LoggerMessage(1, LogLevel.Error, "{Method} {Route} broke.")]
    private static partial void Broke(ILogger log, Exception exception, string method, string route);
}
