using System.Text.Json;
using Monitor.Functions.Access;
using Monitor.Functions.Api.Findings;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Dashboard.Findings;

/// <summary>Setting findings aside: a supervisor does it, an agency asks for it.</summary>
public sealed class SetAsideActions(ITable<FindingRow> findings, ITable<TaskRow> tasks, AuditLog audit, TimeProvider clock)
{
    /// <summary>Sets it aside.</summary>
    public async Task SetAsync(FindingRow finding, SetAsideInput input, Caller caller, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await findings.UpdateAsync(finding.PartitionKey, finding.RowKey, row => SetAsideEndpoints.With(row, input, caller.KeyId, now), cancellation);
        await audit.WriteAsync(caller.KeyId, "finding.setAside", finding.RowKey, input.Reason.ToString(), cancellation);
    }

    /// <summary>Asks for it. One request a finding and day: asking twice makes no second task.</summary>
    public async Task AskAsync(FindingRow finding, SetAsideInput input, Caller caller, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var task = new TaskRow
        {
            PartitionKey = TaskRow.Partition,
            RowKey = TaskRow.KeyOf(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), TaskKind.SetAside, finding.RowKey),
            Kind = TaskKind.SetAside,
            OrgNumber = finding.PartitionKey,
            Subject = finding.RowKey,
            Detail = JsonSerializer.Serialize(input, MonitorJson.Options),
            CreatedAt = now,
        };
        if (await tasks.TryInsertAsync(task, cancellation) is not null)
            await audit.WriteAsync(caller.KeyId, "finding.setAsideAsked", finding.RowKey, input.Reason.ToString(), cancellation);
    }

    /// <summary>Counts it again.</summary>
    public async Task EndAsync(FindingRow finding, Caller caller, CancellationToken cancellation)
    {
        await findings.UpdateAsync(
            finding.PartitionKey,
            finding.RowKey,
            row => row with { SetAsideReason = null, SetAsideComment = null, SetAsideBy = null, SetAsideAt = null, SetAsideUntil = null },
            cancellation);
        await audit.WriteAsync(caller.KeyId, "finding.takenIn", finding.RowKey, null, cancellation);
    }
}
