namespace Monitor.Shared.Scans;

/// <summary>How far a criterion was tested.</summary>
public enum CriterionStatus
{
    /// <summary>Rules of ours ran: they failed, passed, or found nothing they are about.</summary>
    Tested,

    /// <summary>A person must look.</summary>
    CantTell,

    /// <summary>No rule ran, or not on all of it.</summary>
    NotTested,

    /// <summary>No machine will judge it.</summary>
    NeverByMachine,
}
