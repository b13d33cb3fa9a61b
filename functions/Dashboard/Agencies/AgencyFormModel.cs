using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>The form that registers or edits an agency.</summary>
/// <param name="Agency">The agency edited; null for a new one.</param>
/// <param name="Form">What the form holds.</param>
public sealed record AgencyFormModel(AgencyRow? Agency, FormState Form);
