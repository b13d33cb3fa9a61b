using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Dashboard.Agencies;

/// <summary>Every obligation of an agency.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Matrix">Its obligations.</param>
public sealed record ComplianceModel(AgencyRow Agency, ComplianceMatrix Matrix)
{
    /// <summary>Those that bind it, in the circular's order.</summary>
    public IReadOnlyList<ObligationEntry> Binding => [.. Matrix.Obligations.Where(o => o.Outcome != ObligationOutcome.NotApplicable)];

    /// <summary>Those that do not, in the circular's order.</summary>
    public IReadOnlyList<ObligationEntry> Others => [.. Matrix.Obligations.Where(o => o.Outcome == ObligationOutcome.NotApplicable)];
}
