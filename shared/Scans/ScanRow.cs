using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Scans;

/// <summary>One run over a solution. Partition solution id, row scan id: newest first.</summary>
public sealed record ScanRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "scans";

    /// <summary>The id.</summary>
    [IgnoreDataMember]
    public ScanId Id => ScanId.Parse(RowKey);

    /// <summary>How far it has come, or how it ended.</summary>
    public ScanStatus Status { get; set; }

    /// <summary>Why it is partial or failed: a code of <see cref="ScanReasons"/> or of <see cref="PageReasons"/>; null otherwise.</summary>
    public string? Reason { get; set; }

    /// <summary>Who ordered it: <c>schedule</c>, or a key's id.</summary>
    public string OrderedBy { get; set; } = "";

    /// <summary>The solution's start URL when the scan was ordered.</summary>
    public string Url { get; set; } = "";

    /// <summary>The regulation it judges by.</summary>
    public string Regulation { get; set; } = "";

    /// <summary>What the random part of the sample is drawn from; the same seed on the same site draws the same pages.</summary>
    public long Seed { get; set; }

    /// <summary>Whether this scan sets the solution's baseline.</summary>
    public bool Baseline { get; set; }

    /// <summary>When it was ordered (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When its crawl began (UTC).</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>When it ended (UTC).</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>When anything of it last moved (UTC); the recovery timer goes by it.</summary>
    public DateTimeOffset LastProgressAt { get; set; }

    /// <summary>Whether somebody asked it to stop.</summary>
    public bool StopRequested { get; set; }

    /// <summary>Pages due for a second look; known once the scan is confirming.</summary>
    public int SecondLooks { get; set; }

    /// <summary>How often the recovery timer took it up again; each time it waits twice as long.</summary>
    public int Resumes { get; set; }

    /// <summary>Engines and versions as JSON, a list of <see cref="EngineInfo"/>.</summary>
    public string? EnginesJson { get; set; }

    /// <summary>The browser's name and version; recorded, never compared.</summary>
    public string? Browser { get; set; }

    /// <summary>Pages in the sample; written once every page row of it stands, since only then can a look be complete. When the scan has ended: without the skipped ones.</summary>
    public int PagesSampled { get; set; }

    /// <summary>Pages audited so far; when the scan has ended: pages judged, none of one that failed.</summary>
    public int PagesAudited { get; set; }

    /// <summary>Pages that failed or were blocked, so far.</summary>
    public int PagesFailed { get; set; }

    /// <summary>Distinct failed findings.</summary>
    public int Findings { get; set; }

    /// <summary>Distinct findings a person must look at.</summary>
    public int FindingsCantTell { get; set; }

    /// <summary>Criteria with a failed finding.</summary>
    public int CriteriaFailed { get; set; }

    /// <summary>Criteria tested.</summary>
    public int CriteriaTested { get; set; }

    /// <summary>The rules that only random pages fail as JSON, see <see cref="ScanResultSummary.OnlyAtRandom"/>; null where nothing was compared.</summary>
    public string? OnlyAtRandomJson { get; set; }

    /// <summary>Whether it has ended.</summary>
    [IgnoreDataMember]
    public bool Ended => Status is ScanStatus.Completed or ScanStatus.Partial or ScanStatus.Failed;
}

/// <summary>How far a scan has come.</summary>
public enum ScanStatus
{
    /// <summary>Ordered, not started.</summary>
    Queued,

    /// <summary>Crawling or auditing.</summary>
    Running,

    /// <summary>Waiting for second looks.</summary>
    Confirming,

    /// <summary>Every sampled page was audited.</summary>
    Completed,

    /// <summary>Some pages were not, for the reason given.</summary>
    Partial,

    /// <summary>Nothing was audited, or what was could not be judged, for the reason given. It changes no finding.</summary>
    Failed,
}

/// <summary>Stable codes for why a scan is partial or failed.</summary>
public static class ScanReasons
{
    /// <summary>Some pages failed, see them.</summary>
    public const string PagesFailed = "pagesFailed";

    /// <summary>A person stopped it.</summary>
    public const string Stopped = "stopped";

    /// <summary>The command was interrupted.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>robots.txt could not be had (RFC 9309 section 2.3.1.4): nothing may be fetched.</summary>
    public const string RobotsUnreachable = "robotsUnreachable";

    /// <summary>robots.txt allows none of it.</summary>
    public const string RobotsDisallowed = "robotsDisallowed";

    /// <summary>The address is not allowed.</summary>
    public const string AddressNotAllowed = "addressNotAllowed";

    /// <summary>The host failed or turned us away five times in a row, and was left alone from then on.</summary>
    public const string Blocked = "blocked";

    /// <summary>The site did not answer.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>No page of the sample could be audited.</summary>
    public const string NoPages = "noPages";

    /// <summary>A step failed again and again; see the tasks.</summary>
    public const string Poison = "poison";

    /// <summary>The solution or agency was deregistered.</summary>
    public const string Deregistered = "deregistered";
}
