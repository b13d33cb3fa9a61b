using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;

namespace Monitor.Shared.Alerts;

/// <summary>Turns what a scan changed into owed mails: outbox rows and their messages.</summary>
public sealed class AlertPlanner
{
    /// <summary>Writes the rows that the changes ask for; doing it twice makes no further row.</summary>
    public Task PlanAsync(SolutionRow solution, ScanChanges changes, CancellationToken cancellation) => throw new NotSupportedException();
}
