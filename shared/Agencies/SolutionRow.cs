using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Agencies;

/// <summary>One web solution of an agency: where it starts, how far it reaches, when it is scanned. Partition orgnr, row solution id.</summary>
public sealed record SolutionRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "solutions";

    /// <summary>The id.</summary>
    [IgnoreDataMember]
    public SolutionId Id => SolutionId.Parse(RowKey);

    /// <summary>What people call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Where scans start.</summary>
    public string Url { get; set; } = "";

    /// <summary>Only pages under this path are in scope; <c>/</c> for the whole host.</summary>
    public string ScopePath { get; set; } = "/";

    /// <summary>The regulation it is judged by, an id of <see cref="Regulations.RegulationCatalogue"/>.</summary>
    public string Regulation { get; set; } = "";

    /// <summary>How many pages a scan samples.</summary>
    public int MaxPages { get; set; } = 30;

    /// <summary>Hours between scheduled scans.</summary>
    public int IntervalHours { get; set; } = 168;

    /// <summary>When the next scheduled scan is due (UTC). Stored, so that a missed run of the timer is caught up.</summary>
    public DateTimeOffset NextDueAt { get; set; }

    /// <summary>Whether a supervisor has paused scheduling.</summary>
    public bool Paused { get; set; }

    /// <summary>The scan that runs now, if one does; at most one at a time, decided under the row's ETag.</summary>
    public string? ActiveScan { get; set; }

    /// <summary>The last scan whose result was applied to the findings.</summary>
    public string? LastScan { get; set; }

    /// <summary>Whether a scan has set the baseline; until then nothing is "new" and the welcome summary is still owed.</summary>
    public bool HasBaseline { get; set; }

    /// <summary>Why robots.txt is overridden for this solution; null when it is obeyed.</summary>
    public string? RobotsOverrideReason { get; set; }

    /// <summary>Who decided to override robots.txt.</summary>
    public string? RobotsOverrideBy { get; set; }

    /// <summary>When it was registered (UTC).</summary>
    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>When it was deregistered (UTC).</summary>
    public DateTimeOffset? DeregisteredAt { get; set; }
}
