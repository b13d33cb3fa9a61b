using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Api.Compliance;

/// <summary>An outcome that was once observed.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Reason">Why, a stable code; null for a plain met.</param>
/// <param name="Evidence">What it rested on.</param>
/// <param name="Edition">The edition it was judged by.</param>
/// <param name="RuleVersion">The version of the rule it was judged by.</param>
/// <param name="Since">When it began (UTC).</param>
public sealed record OutcomeView(
    ObligationOutcome Outcome, string? Reason, IReadOnlyList<Evidence> Evidence, string Edition, int? RuleVersion, DateTimeOffset Since)
{
    internal static OutcomeView Of(ComplianceHistoryRow row, Language language) => new(
        row.Outcome, row.Reason, [.. EvidenceList.Read(row.EvidenceJson).Select(e => e.In(language))], row.Edition, row.RuleVersion, row.Since);
}
