using Monitor.Shared.Domain;

namespace Monitor.Shared.Findings;

/// <summary>The versions of the rules that judged a scan, as a trend shows them: <c>axe 4.14, focus 1/2</c>.</summary>
internal static class RuleSets
{
    public static string Of(ScanObservations scan) => string.Join(", ", scan.AuditedLooks
        .SelectMany(s => s.Rules.Values)
        .Where(r => r.Outcome != Outcome.Untested)
        .GroupBy(r => r.Check, r => r.RuleVersion)
        .OrderBy(g => g.Key, StringComparer.Ordinal)
        .Select(g => $"{g.Key} {string.Join('/', g.Distinct().Order(StringComparer.Ordinal))}"));
}
