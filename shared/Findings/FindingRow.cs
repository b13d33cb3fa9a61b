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

    /// <summary>Why it could not be looked for; null unless not verified.</summary>
    public NotVerifiedReason? NotVerifiedReason { get; set; }

    /// <summary>The finding it continues as; null unless closed as replaced.</summary>
    public string? ReplacedBy { get; set; }

    /// <summary>While unconfirmed: the state that it was over in before it was seen again; null for one never met before.</summary>
    public FindingState? EarlierState { get; set; }

    /// <summary>While unconfirmed: why it was closed before.</summary>
    public ClosedReason? EarlierClosedReason { get; set; }

    /// <summary>Whether it was first met only on pages never audited before: then it is no news, however late it is confirmed.</summary>
    public bool FirstMetUnmeasured { get; set; }

    /// <summary>The check.</summary>
    public string Check { get; set; } = "";

    /// <summary>The rule.</summary>
    public string Rule { get; set; } = "";

    /// <summary>The rule's version that last saw it.</summary>
    public string RuleVersion { get; set; } = "";

    /// <summary>Success criteria, parted by spaces.</summary>
    public string Wcag { get; set; } = "";

    /// <summary>The same, apart.</summary>
    [IgnoreDataMember]
    public IReadOnlyList<string> Criteria => Wcag.Split(' ', StringSplitOptions.RemoveEmptyEntries);

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

    /// <summary>Whether its life is over: fixed, or closed for another reason.</summary>
    [IgnoreDataMember]
    public bool Over => State is FindingState.Fixed or FindingState.Closed;

    /// <summary>Whether it is set aside at the moment given.</summary>
    public bool IsSetAside(DateTimeOffset now) => SetAsideReason is not null && SetAsideUntil > now;
}
