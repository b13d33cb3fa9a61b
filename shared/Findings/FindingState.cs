namespace Monitor.Shared.Findings;

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
