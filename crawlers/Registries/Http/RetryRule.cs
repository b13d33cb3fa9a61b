using System.Net;
using System.Net.Http.Headers;
using Polly;
using Polly.Timeout;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>When a registry is asked again, and after how long. Pure.</summary>
internal static class RetryRule
{
    /// <summary>The longest <c>Retry-After</c> that a worker waits for; beyond it the registry counts as throttled until the next round.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Whether another attempt makes sense.</summary>
    public static bool ShouldRetry(Outcome<HttpResponseMessage> outcome, DateTimeOffset now)
    {
        if (outcome.Exception is { } exception)
            return exception is HttpRequestException or IOException or TimeoutRejectedException;
        bool passing = outcome.Result?.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout
            or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
        return passing && !(RetryAfter(outcome.Result, now) > LongestWait);
    }

    /// <summary>Whether an exchange ended in a way that says the registry itself is down.</summary>
    public static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException or IOException or TimeoutRejectedException || (int?)outcome.Result?.StatusCode >= 500;

    /// <summary>How long the registry asks us to wait; null when it says nothing.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage? response, DateTimeOffset now) => response?.Headers.RetryAfter switch
    {
        RetryConditionHeaderValue { Delta: { } delta } => delta,
        RetryConditionHeaderValue { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
