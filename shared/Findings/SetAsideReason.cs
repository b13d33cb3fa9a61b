namespace Monitor.Shared.Findings;

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
