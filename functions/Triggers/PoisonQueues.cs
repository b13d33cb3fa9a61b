using Microsoft.Azure.Functions.Worker;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Triggers;

/// <summary>Messages that failed too often become results: unmeasured is never clean, and nothing is lost.</summary>
public sealed class PoisonQueues(PoisonHandler poison)
{
    /// <summary>A scan that would not start.</summary>
    [Function(nameof(StartScanPoison))]
    public Task StartScanPoison([QueueTrigger(QueueNames.ScanRequests + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        poison.HandleAsync(QueueNames.ScanRequests, message, cancellation);

    /// <summary>A page that could not be looked at.</summary>
    [Function(nameof(AuditPagePoison))]
    public Task AuditPagePoison([QueueTrigger(QueueNames.PageAudits + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        poison.HandleAsync(QueueNames.PageAudits, message, cancellation);

    /// <summary>A scan that could not be completed.</summary>
    [Function(nameof(CompleteScanPoison))]
    public Task CompleteScanPoison([QueueTrigger(QueueNames.ScanSteps + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        poison.HandleAsync(QueueNames.ScanSteps, message, cancellation);

    /// <summary>An agency that could not be asked about.</summary>
    [Function(nameof(CheckAgencyPoison))]
    public Task CheckAgencyPoison([QueueTrigger(QueueNames.RegistryChecks + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        poison.HandleAsync(QueueNames.RegistryChecks, message, cancellation);

    /// <summary>A mail that could not be sent.</summary>
    [Function(nameof(SendAlertPoison))]
    public Task SendAlertPoison([QueueTrigger(QueueNames.Alerts + QueueNames.PoisonSuffix)] string message, CancellationToken cancellation) =>
        poison.HandleAsync(QueueNames.Alerts, message, cancellation);
}
