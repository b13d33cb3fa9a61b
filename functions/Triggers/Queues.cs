using Microsoft.Azure.Functions.Worker;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Web;
using Monitor.Shared.Alerts;
using Monitor.Shared.Scans;
using static Monitor.Shared.Storage.QueueMessages;

namespace Monitor.Functions.Triggers;

/// <summary>The queues: the engine. Every handler may meet the same message twice, in any order.</summary>
public sealed class Queues(
    StartScanHandler start, AuditPageHandler audit, ScanStepHandler step, CheckAgencyHandler check, SendAlertHandler send)
{
    /// <summary>Robots, sitemap, crawl, sample.</summary>
    [Function(nameof(StartScan))]
    public Task StartScan([QueueTrigger(QueueNames.ScanRequests)] string message, CancellationToken cancellation) =>
        start.HandleAsync(Read<StartScanMessage>(message), cancellation);

    /// <summary>One look at one page.</summary>
    [Function(nameof(AuditPage))]
    public Task AuditPage([QueueTrigger(QueueNames.PageAudits)] string message, CancellationToken cancellation) =>
        audit.HandleAsync(Read<AuditPageMessage>(message), cancellation);

    /// <summary>What changed, what must be confirmed, and in the end what stands.</summary>
    [Function(nameof(CompleteScan))]
    public Task CompleteScan([QueueTrigger(QueueNames.ScanSteps)] string message, CancellationToken cancellation) =>
        step.HandleAsync(Read<ScanStepMessage>(message), cancellation);

    /// <summary>The registries about one agency.</summary>
    [Function(nameof(CheckAgency))]
    public Task CheckAgency([QueueTrigger(QueueNames.RegistryChecks)] string message, CancellationToken cancellation) =>
        check.HandleAsync(Read<CheckAgencyMessage>(message), cancellation);

    /// <summary>One mail.</summary>
    [Function(nameof(SendAlert))]
    public Task SendAlert([QueueTrigger(QueueNames.Alerts)] string message, CancellationToken cancellation) =>
        send.HandleAsync(Read<SendAlertMessage>(message), cancellation);
}
