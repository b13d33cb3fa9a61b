using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Polly;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>The order in which an exchange is guarded, outermost first: circuit, whole time, retries, rate limit, time of one attempt.</summary>
internal static class RegistryPipeline
{
    /// <summary>The whole of an exchange, waiting for its turn included: two in a row stay below the five minutes of a function.</summary>
    public static readonly TimeSpan WholeExchange = TimeSpan.FromSeconds(100);

    /// <summary>Exchanges within <see cref="CircuitWindow"/>, four of five of them failed, after which a registry is left alone.</summary>
    public const int FailuresToBreak = 5;

    /// <summary>How long exchanges are remembered.</summary>
    public static readonly TimeSpan CircuitWindow = TimeSpan.FromMinutes(2);

    /// <summary>How long a registry that failed is left alone before one exchange tries it again.</summary>
    public static readonly TimeSpan CircuitBreak = TimeSpan.FromMinutes(1);

    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, ResilienceHandlerContext context, RegistryDefinition registry)
    {
        IServiceProvider services = context.ServiceProvider;
        RegistrySettings settings = services.GetRequiredService<IOptions<RegistrySettings>>().Value;
        TimeProvider clock = services.GetRequiredService<TimeProvider>();
        var limiter = new TurnLimiter(
            registry.Name, RegistryPace.Of(services.GetRequiredService<IOptionsMonitor<RegistryEndpointSettings>>().Get(registry.Name)),
            services.GetRequiredService<IRegistryTurns>(), clock);
        context.OnPipelineDisposed(limiter.Dispose);

        builder.TimeProvider = clock;
        // One whose address comes from data is many: what one of them does is no reason to leave the others alone.
        if (registry.ProductionAddress is not null)
        {
            builder.AddCircuitBreaker(new HttpCircuitBreakerStrategyOptions
            {
                FailureRatio = 0.8,
                MinimumThroughput = FailuresToBreak,
                SamplingDuration = CircuitWindow,
                BreakDuration = CircuitBreak,
                ShouldHandle = args => ValueTask.FromResult(RetryRule.IsOutage(args.Outcome)),
            });
        }
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
}
