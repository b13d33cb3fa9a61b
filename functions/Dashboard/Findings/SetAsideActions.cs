using Monitor.Functions.Access;
using Monitor.Functions.Api.Findings;
using Monitor.Shared.Access;
using Monitor.Shared.Findings;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>A supervisor sets findings aside, and takes them in again.</summary>
public sealed class SetAsideActions(ITable<FindingRow> findings, AuditLog audit, TimeProvider clock)
{
    /// <summary>Sets it aside.</summary>
    public async Task SetAsync(FindingRow finding, SetAsideInput input, Caller caller, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await findings.UpdateAsync(finding.PartitionKey, finding.RowKey, row => SetAsideEndpoints.With(row, input, caller.KeyId, now), cancellation);
        await audit.WriteAsync(caller.KeyId, "finding.setAside", finding.RowKey, input.Reason.ToString(), cancellation);
    }

    /// <summary>Counts it again.</summary>
    public async Task EndAsync(FindingRow finding, Caller caller, CancellationToken cancellation)
    {
        await findings.UpdateAsync(
            finding.PartitionKey,
            finding.RowKey,
            SetAsideEndpoints.Without,
            cancellation);
        await audit.WriteAsync(caller.KeyId, "finding.takenIn", finding.RowKey, null, cancellation);
    }
}
