using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>A finding's page.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Solution">The solution it is in.</param>
/// <param name="Finding">The finding.</param>
/// <param name="Text">What is wrong, in words; null for a rule without any.</param>
/// <param name="Occurrences">One page of where it was seen.</param>
/// <param name="Next">What asks for more of them; null at the end.</param>
/// <param name="SetAside">The form that sets it aside, or asks for that.</param>
public sealed record FindingPageModel(
    AgencyRow Agency,
    SolutionRow Solution,
    FindingRow Finding,
    LocalizedText? Text,
    IReadOnlyList<OccurrenceRow> Occurrences,
    string? Next,
    FormState SetAside)
{
    internal const string Reason = "reason";
    internal const string Comment = "comment";
    internal const string Until = "until";
}
