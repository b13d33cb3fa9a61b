namespace Monitor.Shared.Findings;

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
