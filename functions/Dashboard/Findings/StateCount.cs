using Monitor.Shared.Findings;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>How many findings are in a state.</summary>
/// <param name="Group">The group they are shown in.</param>
/// <param name="Count">How many.</param>
public sealed record StateCount(FindingGroup Group, int Count)
{
    /// <summary>The count of each group that has any, in the order they are shown.</summary>
    public static IReadOnlyList<StateCount> Of(IEnumerable<FindingRow> findings, DateTimeOffset now) =>
        [.. findings.GroupBy(f => FindingGroups.Of(f, now)).OrderBy(g => g.Key).Select(g => new StateCount(g.Key, g.Count()))];
}
