using Microsoft.Azure.Functions.Worker;
using Monitor.Shared.Access;

namespace Monitor.Functions.Access;

/// <summary>What access needs done now and then.</summary>
public sealed class AccessTimers(SessionStore sessions)
{
    /// <summary>Every night: sessions that have ended.</summary>
    [Function(nameof(SweepSessions))]
    public Task SweepSessions([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken cancellation) => sessions.SweepAsync(cancellation);
}
