using Microsoft.Azure.Functions.Worker;
using Monitor.Crawlers.Registries;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Triggers;

/// <summary>The timers. Long work is only enqueued, and what is due is stored: a run that was missed is caught up by the next.</summary>
public sealed class Timers(
    ScanScheduler scans, RegistryScheduler registries, OutboxSweeper outbox, OverviewBuilder overview,
    NationalObligationsBuilder obligations, SessionStore sessions)
{
    /// <summary>Every five minutes: orders the scans that are due and takes up again those that stalled.</summary>
    [Function(nameof(ScheduleScans))]
    public Task ScheduleScans([TimerTrigger("0 */5 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellation) =>
        scans.RunAsync(cancellation);

    /// <summary>Every night: asks the registries about every agency.</summary>
    [Function(nameof(CheckRegistries))]
    public Task CheckRegistries([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        registries.RunAsync(cancellation);

    /// <summary>Every five minutes: owed mails whose message was lost.</summary>
    [Function(nameof(SweepOutbox))]
    public Task SweepOutbox([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        outbox.RunAsync(cancellation);

    /// <summary>Every minute: folds the read models of the overview.</summary>
    [Function(nameof(BuildOverview))]
    public Task BuildOverview([TimerTrigger("0 * * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        overview.RunAsync(cancellation);

    /// <summary>Every five minutes: folds the read models of the obligations.</summary>
    [Function(nameof(BuildObligations))]
    public Task BuildObligations([TimerTrigger("15 */5 * * * *")] TimerInfo timer, CancellationToken cancellation) =>
        obligations.RunAsync(cancellation);

    /// <summary>Every night: deletes the sessions that have ended.</summary>
    [Function(nameof(SweepSessions))]
    public Task SweepSessions([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        sessions.SweepAsync(cancellation);
}
