using System.Text.Json;
using Monitor.Functions.Access;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Findings;

/// <summary>An agency's requests to set findings aside, which become tasks.</summary>
public sealed class SetAsideRequests(ITable<TaskRow> tasks, AuditLog audit, TimeProvider clock)
{
    /// <summary>Asks. One request a finding and day: asking twice makes no second task.</summary>
    /// <returns>Whether it was asked now; false when it was asked before.</returns>
    public async Task<bool> AskAsync(FindingRow finding, SetAsideInput input, Caller caller, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        var task = new TaskRow
        {
            PartitionKey = TaskRow.Partition,
            RowKey = TaskRow.KeyOf(new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero), TaskKind.SetAside, finding.RowKey),
            Kind = TaskKind.SetAside,
            State = TaskState.Open,
            OrgNumber = finding.PartitionKey,
            Subject = finding.RowKey,
            Detail = JsonSerializer.Serialize(input, MonitorJson.Options),
            CreatedAt = now,
        };
        if (await tasks.TryInsertAsync(task, cancellation) is null)
            return false;
        await audit.WriteAsync(caller.KeyId, "finding.setAsideAsked", finding.RowKey, input.Reason.ToString(), cancellation);
        return true;
    }
}
