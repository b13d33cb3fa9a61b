using System.Runtime.CompilerServices;
using Monitor.Shared.Agencies;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations.National;

/// <summary>Folds what is known of every agency's obligations into the blobs that the national view and the list of owed declarations are read from.</summary>
public sealed class NationalObligationsBuilder(ITable<AgencyRow> agencies, ITable<ComplianceRow> compliance, IBlobs blobs, TimeProvider clock)
{
    /// <summary>Makes the read models anew. Deregistered agencies are left out.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var fold = new NationalFold(clock.GetUtcNow());
        Dictionary<string, AgencyRow> left = [];
        await foreach (AgencyRow agency in agencies.ReadAsync(AgencyRow.Partition, "", cancellation))
        {
            if (agency.DeregisteredAt is null)
                left[agency.RowKey] = agency;
        }
        await foreach (IReadOnlyList<ComplianceRow> rows in ByAgencyAsync(cancellation))
        {
            if (left.Remove(rows[0].PartitionKey, out AgencyRow? agency))
                fold.Add(agency, new KnownCompliance(rows));
        }
        foreach (AgencyRow unknown in left.Values)
            fold.Add(unknown, new KnownCompliance([]));

        await blobs.WriteJsonAsync(NationalReadModels.ObligationsBlob, fold.Obligations, cancellation);
        await blobs.WriteJsonAsync(NationalReadModels.DeclarationsBlob, fold.Declarations, cancellation);
    }

    // The table comes partition by partition, so that no more than one agency's rows are held at a time. Counts need no evidence.
    private async IAsyncEnumerable<IReadOnlyList<ComplianceRow>> ByAgencyAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        List<ComplianceRow> rows = [];
        await foreach (ComplianceRow row in compliance.ReadAllAsync(cancellation))
        {
            if (rows.Count > 0 && rows[0].PartitionKey != row.PartitionKey)
            {
                yield return rows;
                rows = [];
            }
            rows.Add(row with { EvidenceJson = "", CandidateEvidenceJson = null });
        }
        if (rows.Count > 0)
            yield return rows;
    }
}
