using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Retention;

/// <summary>
/// Puts an agency's decisions where they outlive its erasure. Each has the key of the row it stood in, so doing it again changes nothing.
/// What is left out is what a person could be known by: markup, names of elements, addresses, pictures.
/// </summary>
public sealed class DecisionArchive(
    ITable<DecisionRow> archive,
    ITable<FindingRow> findings,
    ITable<TaskRow> tasks,
    ITable<DeclarationRow> declarations,
    ITable<ComplianceRow> compliance,
    ITable<ComplianceHistoryRow> history,
    TimeProvider clock)
{
    /// <summary>See the class.</summary>
    public async Task KeepAsync(OrgNumber agency, CancellationToken cancellation)
    {
        await foreach (FindingRow finding in findings.ReadAsync(agency.Value, "", cancellation))
        {
            if (finding.SetAsideReason is { } reason)
            {
                var detail = new { finding.Rule, finding.Wcag, reason, comment = finding.SetAsideComment, until = finding.SetAsideUntil };
                await PutAsync(agency, DecisionKind.SetAside, finding.RowKey, finding.RowKey, detail, finding.SetAsideBy, finding.SetAsideAt, cancellation);
            }
        }
        await foreach (TaskRow task in tasks.ReadAsync(TaskRow.Partition, "", cancellation))
        {
            if (task.OrgNumber == agency.Value && task is { State: not TaskState.Open, Kind: not TaskKind.Poison })
            {
                // What an agency asked for is part of the decision; what a held mail tells is not.
                var detail = new { task.Kind, task.State, asked = task.Kind == TaskKind.SetAside ? task.Detail : null };
                await PutAsync(agency, DecisionKind.Task, task.RowKey, task.Subject, detail, task.DecidedBy, task.DecidedAt, cancellation);
            }
        }
        await foreach (DeclarationRow declared in declarations.ReadAsync(agency.Value, "", cancellation))
        {
            var detail = new { declared.Outcome, declared.PlannedFor, declared.Reason, declared.Link, declared.Role };
            await PutAsync(agency, DecisionKind.Declaration, declared.RowKey, declared.Obligation, detail, declared.Who, declared.At, cancellation);
        }
        await foreach (ComplianceRow row in compliance.ReadAsync(agency.Value, "", cancellation))
        {
            await PutAsync(
                agency, DecisionKind.Outcome, row.RowKey, row.RowKey.Split('|')[0], new { row.Outcome, row.Reason, row.Edition }, null, row.OutcomeSince ?? row.CheckedAt, cancellation);
        }
        await foreach (ComplianceHistoryRow row in history.ReadAsync(agency.Value, "", cancellation))
        {
            await PutAsync(
                agency, DecisionKind.Outcome, row.RowKey, row.RowKey.Split('|')[0], new { row.Outcome, row.Reason, row.Edition }, null, row.Since, cancellation);
        }
    }

    private async Task PutAsync<TDetail>(
        OrgNumber agency, DecisionKind kind, string key, string subject, TDetail detail, string? who, DateTimeOffset? at, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        await archive.TryInsertAsync(
            new DecisionRow
            {
                PartitionKey = agency.Value,
                // Registered anew and erased again, an agency may have decided on the same once more.
                RowKey = at is { } when ? $"{kind}|{key}|{InvertedTicks.From(when)}" : $"{kind}|{key}",
                Kind = kind,
                Subject = subject,
                DetailJson = JsonSerializer.Serialize(detail, MonitorJson.Options),
                Who = who ?? "",
                At = at ?? now,
                ArchivedAt = now,
            },
            cancellation);
    }
}
