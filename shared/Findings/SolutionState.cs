namespace Monitor.Shared.Findings;

/// <summary>A solution's findings as they stood before a scan.</summary>
/// <param name="Findings">By fingerprint; occurrences only of those that are not over.</param>
/// <param name="History">What was measured before.</param>
internal sealed record SolutionState(IReadOnlyDictionary<string, KnownFinding> Findings, SolutionHistory History)
{
    /// <summary>Nothing known, nothing measured.</summary>
    public static SolutionState Empty { get; } = new(new Dictionary<string, KnownFinding>(), SolutionHistory.Empty);
}

/// <summary>A finding and the pages that carry it.</summary>
internal sealed record KnownFinding(FindingRow Row, IReadOnlyList<OccurrenceRow> Occurrences)
{
    /// <summary>Whether it is over: fixed or closed.</summary>
    public bool Over => Row.Over;
}
