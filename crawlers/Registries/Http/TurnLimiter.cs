using System.Threading.RateLimiting;

namespace Monitor.Crawlers.Registries.Http;

/// <summary>A registry's rate limit as the pipeline knows limits: waits for its turn, or is refused at once where that is too far away.</summary>
internal sealed class TurnLimiter(string registry, RegistryPace pace, IRegistryTurns turns, TimeProvider clock) : RateLimiter
{
    /// <summary>The longest wait for a turn; whoever would wait longer is turned away at once, and the registry counts as throttled until the next round.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(45);

    public override TimeSpan? IdleDuration => null;

    public override RateLimiterStatistics? GetStatistics() => null;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        if (await turns.ReserveAsync(registry, pace, LongestWait, cancellationToken) is not { } wait)
            return new Lease(false);
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken);
        return new Lease(true);
    }

    // Reserving may ask storage, which is never done synchronously.
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => new Lease(false);

    private sealed class Lease(bool acquired) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
