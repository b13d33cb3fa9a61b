using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>Names of the queues that are the engine; a queue's poison messages come in <c>name-poison</c>.</summary>
public static class QueueNames
{
    /// <summary>Scans to start, or to go on crawling for.</summary>
    public const string ScanRequests = "scan-requests";

    /// <summary>Pages to look at.</summary>
    public const string PageAudits = "page-audits";

    /// <summary>Scans whose pages are all looked at.</summary>
    public const string ScanSteps = "scan-steps";

    /// <summary>Agencies to ask the registries about.</summary>
    public const string RegistryChecks = "registry-checks";

    /// <summary>Mails to send.</summary>
    public const string Alerts = "alerts";

    /// <summary>What the host appends to a queue's name for messages that failed too often.</summary>
    public const string PoisonSuffix = "-poison";
}

/// <summary>Start a scan, or go on with its crawl.</summary>
/// <param name="Scan">The scan.</param>
public sealed record StartScanMessage(ScanId Scan) : IQueueMessage
{
    /// <inheritdoc/>
    public static string Queue => QueueNames.ScanRequests;
}

/// <summary>Look at one page.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Page">The page row's key, with <c>|2</c> for the second look.</param>
public sealed record AuditPageMessage(ScanId Scan, string Page) : IQueueMessage
{
    /// <inheritdoc/>
    public static string Queue => QueueNames.PageAudits;
}

/// <summary>Every page of a look is in: compare and confirm, or finish.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Step">Which look is complete.</param>
public sealed record ScanStepMessage(ScanId Scan, ScanStep Step) : IQueueMessage
{
    /// <inheritdoc/>
    public static string Queue => QueueNames.ScanSteps;
}

/// <summary>The two steps after a scan's audits.</summary>
public enum ScanStep
{
    /// <summary>First looks are in: choose candidates, queue second looks, or go straight on to finishing.</summary>
    Complete,

    /// <summary>Second looks are in (or none were due): apply the transitions.</summary>
    Finish,
}

/// <summary>Ask the registries about one agency.</summary>
/// <param name="Agency">The agency.</param>
public sealed record CheckAgencyMessage(OrgNumber Agency) : IQueueMessage
{
    /// <inheritdoc/>
    public static string Queue => QueueNames.RegistryChecks;
}

/// <summary>Send one mail of the outbox.</summary>
/// <param name="Partition">The outbox row's partition.</param>
/// <param name="Key">The outbox row's key.</param>
public sealed record SendAlertMessage(string Partition, string Key) : IQueueMessage
{
    /// <inheritdoc/>
    public static string Queue => QueueNames.Alerts;
}
