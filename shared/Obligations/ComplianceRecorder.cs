using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>Stores what checks observe, by <see cref="ObservationRule"/>. Recording the same twice changes nothing but the time of asking.</summary>
public sealed class ComplianceRecorder(ITable<ComplianceRow> compliance, ITable<ComplianceHistoryRow> history, TimeProvider clock)
{
    /// <summary>Records one observation.</summary>
    /// <returns>The row as it stands after it.</returns>
    public async Task<ComplianceRow> RecordAsync(OrgNumber agency, string obligation, ObligationResult result, CancellationToken cancellation)
    {
        string key = ComplianceRow.Observed(obligation);
        ComplianceRow stored = await StoreAsync(agency.Value, key, result, cancellation);
        // A pure function of the stored row, put every time: a crash between the two writes is mended by the next observation.
        if (stored.OutcomeSince is { } since)
            await history.PutAsync(HistoryOf(stored, since), cancellation);
        return stored;
    }

    private async Task<ComplianceRow> StoreAsync(string agency, string key, ObligationResult result, CancellationToken cancellation)
    {
        ComplianceRow Next(ComplianceRow? former) => ObservationRule.Next(former, result, ObligationCatalogue.Current.Id, clock.GetUtcNow());

        if (await compliance.UpdateAsync(agency, key, Next, cancellation) is { } updated)
            return updated;
        ComplianceRow first = Next(null) with { PartitionKey = agency, RowKey = key };
        return await compliance.TryInsertAsync(first, cancellation)
            ?? await compliance.UpdateAsync(agency, key, Next, cancellation)
            ?? throw new InvalidOperationException($"The row {key} of {agency} came and went while it was written.");
    }

    private static ComplianceHistoryRow HistoryOf(ComplianceRow row, DateTimeOffset since) => new()
    {
        PartitionKey = row.PartitionKey,
        RowKey = ComplianceHistoryRow.KeyOf(row.RowKey, since),
        Outcome = row.Outcome,
        Reason = row.Reason,
        EvidenceJson = row.EvidenceJson,
        Edition = row.Edition,
        RuleVersion = row.RuleVersion,
        Since = since,
    };
}
