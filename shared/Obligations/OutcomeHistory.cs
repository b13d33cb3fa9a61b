using Monitor.Shared.Domain;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Obligations;

/// <summary>What was observed of obligations over time.</summary>
public sealed class OutcomeHistory(ITable<ComplianceHistoryRow> history)
{
    /// <summary>One page of an obligation's outcomes, newest first.</summary>
    /// <exception cref="FormatException">The continuation token is none of ours.</exception>
    public Task<RowPage<ComplianceHistoryRow>> PageAsync(
        OrgNumber agency, Obligation obligation, int limit, string? continuationToken, CancellationToken cancellation) =>
        history.PageAsync(agency.Value, $"{ComplianceRow.Observed(obligation.JudgedAs)}|", limit, continuationToken, cancellation);
}
