using Monitor.Shared.Findings;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>The groups that findings are shown in, the most urgent first.</summary>
public enum FindingGroup
{
    /// <summary>New.</summary>
    New,

    /// <summary>Came back after it was fixed.</summary>
    Reopened,

    /// <summary>Met on pages not measured before.</summary>
    FirstSeen,

    /// <summary>Seen again and again.</summary>
    Persisting,

    /// <summary>Could not be looked for.</summary>
    NotVerified,

    /// <summary>Seen once; the next scan decides.</summary>
    Unconfirmed,

    /// <summary>Set aside, and still there.</summary>
    SetAside,

    /// <summary>Seen fixed.</summary>
    Fixed,

    /// <summary>Over for another reason.</summary>
    Closed,
}

/// <summary>Which findings belong where.</summary>
public static class FindingGroups
{
    /// <summary>Whether it is there, so that setting it aside means something.</summary>
    public static bool CanSetAside(FindingRow finding) => finding.Open || finding.State == FindingState.Unconfirmed;

    /// <summary>The group of a finding; one that is set aside leaves the group of its state while it is open.</summary>
    public static FindingGroup Of(FindingRow finding, DateTimeOffset now) =>
        finding.IsSetAside(now) && CanSetAside(finding) ? FindingGroup.SetAside : finding.State switch
        {
            FindingState.New => FindingGroup.New,
            FindingState.Reopened => FindingGroup.Reopened,
            FindingState.FirstSeen => FindingGroup.FirstSeen,
            FindingState.Persisting => FindingGroup.Persisting,
            FindingState.NotVerified => FindingGroup.NotVerified,
            FindingState.Unconfirmed => FindingGroup.Unconfirmed,
            FindingState.Fixed => FindingGroup.Fixed,
            _ => FindingGroup.Closed,
        };
}
