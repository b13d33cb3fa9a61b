using Microsoft.Azure.Functions.Worker;
using Monitor.Functions.Api.Agencies;
using Monitor.Shared.Access;
using Monitor.Shared.Retention;

namespace Monitor.Functions.Triggers;

/// <summary>The timers that let go of what is no longer to be kept. What is due is told by the data, so a missed run is caught up by the next.</summary>
public sealed class RetentionTimers(RetentionSweeper retention, AgencyEraser erasures, SignInLimiter signIns)
{
    /// <summary>Every night: evidence and details older than they are kept.</summary>
    [Function(nameof(SweepRetention))]
    public Task SweepRetention([TimerTrigger("0 45 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        retention.RunAsync(cancellation);

    /// <summary>Every quarter of an hour: erasures that broke off.</summary>
    [Function(nameof(FinishErasures))]
    public Task FinishErasures([TimerTrigger("0 5/15 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        erasures.FinishAsync(cancellation);

    /// <summary>Every hour: counts of failed sign-ins whose time is over.</summary>
    [Function(nameof(SweepSignIns))]
    public Task SweepSignIns([TimerTrigger("0 20 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        signIns.SweepAsync(cancellation);
}
