namespace Monitor.Shared.Findings;

/// <summary>Why a finding could not be looked for, or was not taken as gone.</summary>
public enum NotVerifiedReason
{
    /// <summary>A page that carries it failed, was blocked or refused.</summary>
    PageNotAudited,

    /// <summary>Its rule did not run on a page that carries it.</summary>
    RuleDidNotRun,

    /// <summary>Its rule now leaves it to a person.</summary>
    CantTell,

    /// <summary>A page that carries it was gone for the first time.</summary>
    PageGone,

    /// <summary>A page that carries it was not in the sample.</summary>
    NotSampled,

    /// <summary>It was absent, but no second look confirmed that.</summary>
    NoSecondLook,

    /// <summary>It was absent, but its rule had another version: like is not compared with like.</summary>
    EngineChanged,
}
