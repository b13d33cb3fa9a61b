using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Monitor.Functions.Http;

namespace Monitor.Functions.Access;

/// <summary>
/// What an HTTP function returns. Only <see cref="Door"/> makes one, so a function that forgot to ask who is there does not compile.
/// It puts the security headers on whatever the handler answers, and hides what breaks while that is written.
/// </summary>
public sealed class Answer : IResult
{
    private readonly IResult inner;
    private readonly Func<IResult> failure;
    private readonly ILogger log;

    internal Answer(IResult inner, Func<IResult> failure, ILogger log)
    {
        this.inner = inner;
        this.failure = failure;
        this.log = log;
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        SecurityHeaders.Set(httpContext);
        try
        {
            await inner.ExecuteAsync(httpContext);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for it any more.
        }
        catch (Exception e) when (!httpContext.Response.HasStarted && !httpContext.RequestAborted.IsCancellationRequested)
        {
            DoorLog.Broke(log, e, httpContext.Request);
            httpContext.Response.Clear();
            SecurityHeaders.Set(httpContext);
            await failure().ExecuteAsync(httpContext);
        }
    }
}
