using Monitor.Shared.Obligations;
using Monitor.Shared.Obligations.National;

namespace Monitor.Functions.Dashboard.National;

/// <summary>One obligation's counts over the groups that are shown.</summary>
/// <param name="Id">The row.</param>
/// <param name="Kind">Requirement or recommendation.</param>
/// <param name="Counts">How many bodies came to each outcome, in the order of <see cref="Columns"/>.</param>
public sealed record ObligationLine(string Id, ObligationKind Kind, IReadOnlyList<int> Counts)
{
    private static readonly (string Text, Func<GroupCounts, int> Count)[] Each =
    [
        ("ObligationOutcome.Met", c => c.Met),
        ("ObligationOutcome.NotMet", c => c.NotMet),
        ("ObligationOutcome.CantTell", c => c.CantTell),
        ("Obligations.NotDeclared", c => c.NotDeclared),
        ("ObligationOutcome.Untested", c => c.Untested),
        ("Obligations.NotApplicable", c => c.NotApplicable),
    ];

    /// <summary>The keys of the columns' words.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Each.Select(c => c.Text)];

    internal static ObligationLine Of(ObligationCounts counts, BodyGroup? group)
    {
        GroupCounts[] shown = [.. counts.Groups.Where(g => group is null || g.Group == group)];
        return new ObligationLine(counts.Id, counts.Kind, [.. Each.Select(c => shown.Sum(c.Count))]);
    }
}
