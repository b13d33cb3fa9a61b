using System.Text.Json;
using Monitor.Functions.Api.Findings;
using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Api.Tasks;

/// <summary>
/// A supervisor's decisions about tasks. The task is claimed under its ETag before anything is carried out, so that of two opposite decisions one stands
/// and nothing is done for the other. It is carried out once; stopped in between, the same decision sent again carries it out, which all of it bears twice.
/// </summary>
public sealed class TaskDecisions(
    ITable<TaskRow> tasks, ITable<FindingRow> findings, HeldMails mails, PoisonReplay replay, AuditLog audit, TimeProvider clock)
{
    /// <summary>Decides a task.</summary>
    /// <param name="key">The task's row key.</param>
    /// <param name="accept">Whether it is accepted; rejected otherwise.</param>
    /// <param name="who">The id of the key that decides.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<TaskDecision> DecideAsync(string key, bool accept, string who, CancellationToken cancellation)
    {
        TaskState decided = accept ? TaskState.Accepted : TaskState.Rejected;
        if (await tasks.FindAsync(TaskRow.Partition, key, cancellation) is not { } task)
            return TaskDecision.NoSuchTask;
        if (task.State != TaskState.Open && task.State != decided)
            return TaskDecision.DecidedOtherwise;

        if (task.Kind != TaskKind.HeldMail)
            return await CarryOutAsync(task, accept, who, cancellation);
        TaskDecision outcome = await DecideMailsAsync(key, accept, who, cancellation);
        if (outcome == TaskDecision.Done && task.State == TaskState.Open)
            await NoteAsync(task, accept, who, cancellation);
        return outcome;
    }

    private Task NoteAsync(TaskRow task, bool accept, string who, CancellationToken cancellation) =>
        audit.WriteAsync(who, accept ? "task.accepted" : "task.rejected", task.RowKey, task.Kind.ToString(), cancellation);

    private async Task<TaskDecision> DecideMailsAsync(string key, bool accept, string who, CancellationToken cancellation) =>
        (accept ? await mails.AcceptAsync(key, who, cancellation) : await mails.RejectAsync(key, who, cancellation)) switch
        {
            HeldMailDecision.Done => TaskDecision.Done,
            HeldMailDecision.DecidedOtherwise => TaskDecision.DecidedOtherwise,
            _ => TaskDecision.NoSuchTask,
        };

    private async Task<TaskDecision> CarryOutAsync(TaskRow task, bool accept, string who, CancellationToken cancellation)
    {
        // What is decided stays decided, even if it has become impossible since.
        if (accept && task.State == TaskState.Open && await DeedAsync(task, cancellation) is null)
            return TaskDecision.Obsolete;

        TaskState decided = accept ? TaskState.Accepted : TaskState.Rejected;
        DateTimeOffset now = clock.GetUtcNow();
        TaskRow? claimed = await tasks.UpdateAsync(
            task.PartitionKey,
            task.RowKey,
            row => row.State == TaskState.Open ? row with { State = decided, DecidedBy = who, DecidedAt = now } : null,
            cancellation);
        if (claimed is null)
            return TaskDecision.NoSuchTask;
        if (claimed.State != decided)
            return TaskDecision.DecidedOtherwise;
        if (claimed.CarriedOutAt is not null)
            return TaskDecision.Done;
        if (accept && await DeedAsync(claimed, cancellation) is { } deed)
            await deed(cancellation);
        await NoteAsync(claimed, accept, claimed.DecidedBy ?? who, cancellation);
        await tasks.UpdateAsync(
            task.PartitionKey, task.RowKey, row => row.State == decided ? row with { CarriedOutAt = clock.GetUtcNow() } : null, cancellation);
        return TaskDecision.Done;
    }

    /// <summary>What accepting a task does; null when that is not possible.</summary>
    private Task<Func<CancellationToken, Task>?> DeedAsync(TaskRow task, CancellationToken cancellation) =>
        task.Kind == TaskKind.SetAside ? SettingAsideAsync(task, cancellation) : replay.PrepareAsync(task.Subject, task.Detail, cancellation);

    private async Task<Func<CancellationToken, Task>?> SettingAsideAsync(TaskRow task, CancellationToken cancellation)
    {
        if (task.OrgNumber is not { } agency || Read<SetAsideInput>(task.Detail) is not { } input || input.Until <= clock.GetUtcNow()
            || await findings.FindAsync(agency, task.Subject, cancellation) is null)
            return null;
        return token => findings.UpdateAsync(
            agency,
            task.Subject,
            // Done already, or decided anew since.
            row => row.SetAsideAt >= task.DecidedAt ? null : SetAsideEndpoints.With(row, input, task.DecidedBy ?? "", task.DecidedAt ?? clock.GetUtcNow()),
            token);
    }

    private static TValue? Read<TValue>(string text) where TValue : class
    {
        try
        {
            return JsonSerializer.Deserialize<TValue>(text, MonitorJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>What came of a decision.</summary>
public enum TaskDecision
{
    /// <summary>It stands; also when the same was decided before.</summary>
    Done,

    /// <summary>There is no such task.</summary>
    NoSuchTask,

    /// <summary>The opposite was decided before, and stands.</summary>
    DecidedOtherwise,

    /// <summary>What it is about is gone, or its time is over: it can only be rejected.</summary>
    Obsolete,
}
