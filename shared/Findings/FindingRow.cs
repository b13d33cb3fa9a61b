using System.Runtime.Serialization;
using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Findings;

/// <summary>One cause of failure in a solution, through its whole life. Partition orgnr, row <c>solution id|fingerprint</c>.</summary>
public sealed record FindingRow : Row, IStoredRow
{
    /// <inheritdoc/>
    public static string Table => "findings";

    /// <summary>The row key of a finding.</summary>
    public static string KeyOf(SolutionId solution, string fingerprint) => $"{solution}|{fingerprint}";

    /// <summary>The solution it is in.</summary>
    [IgnoreDataMember]
    public SolutionId Solution => SolutionId.Parse(RowKey[..RowKey.IndexOf('|', StringComparison.Ordinal)]);

    /// <summary>Names the cause.</summary>
    [IgnoreDataMember]
    public string Fingerprint => RowKey[(RowKey.IndexOf('|', StringComparison.Ordinal) + 1)..];

    /// <summary>Where in its life it is.</summary>
    public FindingState State { get; set; }

    /// <summary>Why it is closed; null in every other state.</summary>
    public ClosedReason? ClosedReason { get; set; }

    /// <summary>The check.</summary>
    public string Check { get; set; } = "";

    /// <summary>The rule.</summary>
    public string Rule { get; set; } = "";

    /// <summary>The rule's version that last saw it.</summary>
    public string RuleVersion { get; set; } = "";

    /// <summary>Success criteria, parted by spaces.</summary>
    public string Wcag { get; set; } = "";

    /// <summary>The regulation it breaks.</summary>
    public string Regulation { get; set; } = "";

    /// <summary>minor, moderate, serious or critical.</summary>
    public string? Impact { get; set; }

    /// <summary>What is wrong, in English.</summary>
    public string Message { get; set; } = "";

    /// <summary>The element's accessible name when last seen.</summary>
    public string? AccessibleName { get; set; }

    /// <summary>The nearest landmark's role when last seen.</summary>
    public string? Landmark { get; set; }

    /// <summary>When it was first observed (UTC).</summary>
    public DateTimeOffset FirstSeenAt { get; set; }

    /// <summary>When it was last observed (UTC).</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When the state last changed (UTC).</summary>
    public DateTimeOffset StateSince { get; set; }

    /// <summary>The scan that last changed or confirmed it; a scan applied already is skipped when met again.</summary>
    public string LastScanApplied { get; set; } = "";

    /// <summary>Pages that carry it.</summary>
    public int Pages { get; set; }

    /// <summary>Scans in a row in which a newer version of the rule did not see it.</summary>
    public int AbsencesInARow { get; set; }

    /// <summary>Set aside: why; null when it is not, or no longer.</summary>
    public SetAsideReason? SetAsideReason { get; set; }

    /// <summary>Set aside: the explanation given.</summary>
    public string? SetAsideComment { get; set; }

    /// <summary>Set aside: who decided.</summary>
    public string? SetAsideBy { get; set; }

    /// <summary>Set aside: when (UTC).</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    /// <summary>Set aside: until when (UTC); it ends by itself on that date.</summary>
    public DateTimeOffset? SetAsideUntil { get; set; }

    /// <summary>Whether it counts as a failure that is there: confirmed and not over.</summary>
    [IgnoreDataMember]
    public bool Open => State is FindingState.FirstSeen or FindingState.New or FindingState.Persisting or FindingState.Reopened or FindingState.NotVerified;

    /// <summary>Whether it is set aside at the moment given.</summary>
    public bool IsSetAside(DateTimeOffset now) => SetAsideReason is not null && SetAsideUntil > now;
}

/// <summary>Where in its life a finding is.</summary>
public enum FindingState
{
    /// <summary>Met first on a page never audited before, the first scan included. Never mailed alone.</summary>
    FirstSeen,

    /// <summary>Seen once, not confirmed yet; the next scan decides.</summary>
    Unconfirmed,

    /// <summary>Seen in two page loads, on a page that was clean of it before.</summary>
    New,

    /// <summary>Seen again since.</summary>
    Persisting,

    /// <summary>Seen again after it was fixed.</summary>
    Reopened,

    /// <summary>Absent, in two looks, from every page that carried it and is still audited.</summary>
    Fixed,

    /// <summary>Could not be looked for. Neither there nor gone.</summary>
    NotVerified,

    /// <summary>Over for another reason than repair.</summary>
    Closed,
}

/// <summary>Why a finding is closed without having been seen fixed.</summary>
public enum ClosedReason
{
    /// <summary>Seen once, absent in the next scan.</summary>
    NotConfirmed,

    /// <summary>Every page that carried it is gone, in two scans.</summary>
    PageGone,

    /// <summary>A new version of the rule has not seen it in two scans.</summary>
    EngineChanged,

    /// <summary>The regulation no longer asks for it.</summary>
    NotRequired,

    /// <summary>Continues as another finding after a change of template.</summary>
    Replaced,
}

/// <summary>Why a finding is set aside.</summary>
public enum SetAsideReason
{
    /// <summary>The rule is wrong here.</summary>
    FalsePositive,

    /// <summary>The regulation does not reach it.</summary>
    OutsideRegulation,

    /// <summary>Disproportionate burden (forskrift om universell utforming av IKT-løsninger).</summary>
    DisproportionateBurden,

    /// <summary>A repair is planned.</summary>
    PlannedRepair,
}
