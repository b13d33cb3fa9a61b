using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>Every obligation of an agency.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Matrix">Its obligations.</param>
public sealed record ComplianceModel(AgencyRow Agency, ComplianceMatrix Matrix);
