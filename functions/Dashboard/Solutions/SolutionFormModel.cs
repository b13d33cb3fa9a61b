using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;

namespace Monitor.Functions.Dashboard.Solutions;

/// <summary>The form that adds or edits a solution.</summary>
/// <param name="Agency">Whose it is.</param>
/// <param name="Solution">The solution edited; null for a new one.</param>
/// <param name="Form">What the form holds.</param>
public sealed record SolutionFormModel(AgencyRow Agency, SolutionRow? Solution, FormState Form);
