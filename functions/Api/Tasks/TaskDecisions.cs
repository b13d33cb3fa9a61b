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
/// A supervisor's decisions about tasks. What is decided is carried out before the task is marked: stopped in between, the task is still open,
/// and deciding it again does the same once more, which all of it bears.
/// </summary>
public sealed class TaskDecisions(
    ITable<TaskRow> tasks, ITable<FindingRow> findings, HeldMails mails, IQueues queues, AuditLog audit, TimeProvider clock)
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

        TaskDecision outcome = task.Kind == TaskKind.HeldMail
            ? await DecideMailsAsync(key, accept, who, cancellation)
            : task.State == decided ? TaskDecision.Done : await CarryOutAsync(task, accept, who, cancellation);
        if (outcome == TaskDecision.Done && task.State == TaskState.Open)
            await audit.WriteAsync(who, accept ? "task.accepted" : "task.rejected", key, task.Kind.ToString(), cancellation);
        return outcome;
    }

    private async Task<TaskDecision> DecideMailsAsync(string key, bool accept, string who, CancellationToken cancellation) =>
        (accept ? await mails.AcceptAsync(key, who, cancellation) : await mails.RejectAsync(key, who, cancellation)) switch
        {
            HeldMailDecision.Done => TaskDecision.Done,
            HeldMailDecision.DecidedOtherwise => TaskDecision.DecidedOtherwise,
            _ => TaskDecision.NoSuchTask,
        };

    private async Task<TaskDecision> CarryOutAsync(TaskRow task, bool accept, string who, CancellationToken cancellation)
    {
        if (accept && !await (task.Kind == TaskKind.SetAside ? SetAsideAsync(task, who, cancellation) : ResendAsync(task, cancellation)))
            return TaskDecision.Obsolete;
        TaskRow decided = task with { State = accept ? TaskState.Accepted : TaskState.Rejected, DecidedBy = who, DecidedAt = clock.GetUtcNow() };
        return await tasks.TryReplaceAsync(decided, cancellation) is null ? TaskDecision.DecidedOtherwise : TaskDecision.Done;
    }

    private async Task<bool> SetAsideAsync(TaskRow task, string who, CancellationToken cancellation)
    {
        if (task.OrgNumber is null || Read<SetAsideInput>(task.Detail) is not { } input || input.Until <= clock.GetUtcNow())
            return false;
        DateTimeOffset now = clock.GetUtcNow();
        return await findings.UpdateAsync(task.OrgNumber, task.Subject, row => SetAsideEndpoints.With(row, input, who, now), cancellation) is not null;
    }

    private Task<bool> ResendAsync(TaskRow task, CancellationToken cancellation) => task.Subject switch
    {
        QueueNames.ScanRequests => ResendAsync<StartScanMessage>(task.Detail, cancellation),
        QueueNames.PageAudits => ResendAsync<AuditPageMessage>(task.Detail, cancellation),
        QueueNames.ScanSteps => ResendAsync<ScanStepMessage>(task.Detail, cancellation),
        QueueNames.RegistryChecks => ResendAsync<CheckAgencyMessage>(task.Detail, cancellation),
        QueueNames.Alerts => ResendAsync<SendAlertMessage>(task.Detail, cancellation),
        _ => Task.FromResult(false),
    };

    private async Task<bool> ResendAsync<TMessage>(string message, CancellationToken cancellation) where TMessage : class, IQueueMessage
    {
        // What was never one of our messages will not become one by being sent again.
        if (Read<TMessage>(message) is not { } readable)
            return false;
        await queues.SendAsync(readable, cancellation);
        return true;
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
