using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>The matrix of a stored agency, from one partition.</summary>
public sealed class ComplianceReader(ITable<ComplianceRow> compliance, TimeProvider clock)
{
    /// <summary>Builds it from what is stored now.</summary>
    public async Task<ComplianceMatrix> ReadAsync(AgencyRow agency, CancellationToken cancellation)
    {
        var rows = new List<ComplianceRow>();
        await foreach (ComplianceRow row in compliance.ReadAsync(agency.OrgNumber.Value, "", cancellation))
            rows.Add(row);
        return ComplianceMatrixBuilder.Build(
            agency.Name, BodyFacts.Of(agency), new KnownCompliance(rows), agency.RegistriesCheckedAt, clock.GetUtcNow());
    }
}
