namespace Monitor.Shared.Regulations;

/// <summary>Questions asked of a regulation.</summary>
internal static class RegulationExtensions
{
    /// <summary>Of the criteria given, those the regulation asks for, in its order.</summary>
    public static IReadOnlyList<string> Required(this Regulation regulation, IReadOnlyCollection<string> wcag) =>
        [.. regulation.Criteria.Where(wcag.Contains)];

    /// <summary>Its own number for a criterion, or null.</summary>
    public static string? ClauseOf(this Regulation regulation, string criterion) => regulation.Clauses?.FirstOrDefault(c => c.Value == criterion).Key;

    /// <summary>Whether it asks for any of them.</summary>
    public static bool Requires(this Regulation regulation, IReadOnlyCollection<string> wcag) => wcag.Any(regulation.Criteria.Contains);
}
