using System.Threading.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>The order in which an exchange is guarded, outermost first: whole time, retries, rate limit, time of one attempt.</summary>
internal static class RegistryPipeline
{
    /// <summary>The whole of an exchange, waiting for the rate limit included: four in a row stay below the five minutes of a function.</summary>
    public static readonly TimeSpan WholeExchange = TimeSpan.FromSeconds(70);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context, string registry)
    {
        IServiceProvider services = context.ServiceProvider;
        RegistrySettings settings = services.GetRequiredService<IOptions<RegistrySettings>>().Value;
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        RateLimiter limiter = CreateLimiter(services.GetRequiredService<IOptionsMonitor<RegistryEndpointSettings>>().Get(registry));
        context.OnPipelineDisposed(limiter.Dispose);

        builder.TimeProvider = clock;
        builder.AddTimeout(WholeExchange);
        if (settings.Retries > 0)
        {
            builder.AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = settings.Retries,
                Delay = TimeSpan.FromSeconds(settings.RetryDelaySeconds),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(RetryRule.ShouldRetry(args.Outcome, clock.GetUtcNow())),
                DelayGenerator = args => ValueTask.FromResult(RetryRule.RetryAfter(args.Outcome.Result, clock.GetUtcNow())),
            });
        }
        builder.AddRateLimiter(limiter);
        builder.AddTimeout(TimeSpan.FromSeconds(settings.TimeoutSeconds));
    }

    /// <summary>
    /// At most so many requests in any window. As many may wait as will have their turn within a minute (one window at least); what comes on top is turned away
    /// at once, since it would be given up anyway.
    /// </summary>
    public static RateLimiter CreateLimiter(RegistryEndpointSettings endpoint) => new SlidingWindowRateLimiter(new SlidingWindowRateLimiterOptions
    {
        PermitLimit = endpoint.RateLimit,
        Window = TimeSpan.FromSeconds(endpoint.RateWindowSeconds),
        SegmentsPerWindow = 10,
        QueueLimit = endpoint.RateLimit * Math.Max(1, (int)(60 / endpoint.RateWindowSeconds)),
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });
}
