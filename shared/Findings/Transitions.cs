namespace Monitor.Shared.Findings;

/// <summary>What a scan does to a solution's findings; nothing else is written to them.</summary>
/// <param name="Findings">Every finding the scan says something about, in the order of fingerprints.</param>
/// <param name="History">What has been measured, this scan included.</param>
/// <param name="MassChange">Whether it replaced more than half of the open fingerprints.</param>
internal sealed record Transitions(IReadOnlyList<FindingTransition> Findings, SolutionHistory History, bool MassChange);

/// <summary>One finding's step.</summary>
/// <param name="Before">Its state before; null when it was unknown.</param>
/// <param name="After">Its row after. How it is set aside is not the scan's to say and is taken from the row that stands.</param>
/// <param name="Occurrences">The pages that carry it from now on; null when these stay as they are.</param>
internal sealed record FindingTransition(FindingState? Before, FindingRow After, IReadOnlyList<OccurrenceRow>? Occurrences)
{
    /// <summary>Whether this scan took it into the state.</summary>
    public bool Entered(FindingState state) => After.State == state && Before != state;
}
