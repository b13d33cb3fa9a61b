using Monitor.Shared.Access;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>A supervisor's decisions about mails held because of a mass change or a change of engine. One task decides about all mails of its scan.</summary>
public sealed class HeldMails(ITable<TaskRow> tasks, ITable<OutboxRow> rows, Outbox outbox, TimeProvider clock)
{
    /// <summary>Sends the mails.</summary>
    /// <param name="task">The task's row key.</param>
    /// <param name="who">The id of the key that decides.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<HeldMailDecision> AcceptAsync(string task, string who, CancellationToken cancellation) =>
        DecideAsync(task, TaskState.Accepted, who, cancellation);

    /// <summary>Discards the mails.</summary>
    /// <param name="task">The task's row key.</param>
    /// <param name="who">The id of the key that decides.</param>
    /// <param name="cancellation">Cancels.</param>
    public Task<HeldMailDecision> RejectAsync(string task, string who, CancellationToken cancellation) =>
        DecideAsync(task, TaskState.Rejected, who, cancellation);

    /// <summary>Brings a held row to what was decided about it; nothing while nothing is. Repeatable: the sweeper finishes what a crash left.</summary>
    internal async Task ApplyAsync(OutboxRow row, CancellationToken cancellation)
    {
        if (row is not { State: OutboxState.Held, HeldTask: { } key }
            || await tasks.FindAsync(TaskRow.Partition, key, cancellation) is not { State: not TaskState.Open } task)
            return;

        DateTimeOffset now = clock.GetUtcNow();
        OutboxState decided = task.State == TaskState.Accepted ? OutboxState.Pending : OutboxState.Discarded;
        OutboxRow? stored = await rows.UpdateAsync(
            row.PartitionKey,
            row.RowKey,
            current => current.State == OutboxState.Held ? current with { State = decided, NextAttemptAt = now } : null,
            cancellation);
        if (stored is { State: OutboxState.Pending })
            await outbox.EnqueueAsync(stored, TimeSpan.Zero, cancellation);
        else if (stored is { State: OutboxState.Discarded })
            await outbox.SettledAsync(stored, cancellation);
    }

    private async Task<HeldMailDecision> DecideAsync(string key, TaskState decision, string who, CancellationToken cancellation)
    {
        DateTimeOffset now = clock.GetUtcNow();
        TaskRow? task = await tasks.UpdateAsync(
            TaskRow.Partition,
            key,
            row => row is { Kind: TaskKind.HeldMail, State: TaskState.Open } ? row with { State = decision, DecidedBy = who, DecidedAt = now } : null,
            cancellation);
        if (task is not { Kind: TaskKind.HeldMail, OrgNumber: { } agency })
            return HeldMailDecision.NoSuchTask;
        if (task.State != decision)
            return HeldMailDecision.DecidedOtherwise;

        await foreach (OutboxRow row in rows.ReadAsync(agency, AlertKeys.Of(task.Subject, ""), cancellation))
            await ApplyAsync(row, cancellation);
        return HeldMailDecision.Done;
    }
}

/// <summary>What came of a decision.</summary>
public enum HeldMailDecision
{
    /// <summary>It stands; also when the same was decided before.</summary>
    Done,

    /// <summary>No task about held mails has that key.</summary>
    NoSuchTask,

    /// <summary>The opposite was decided before, and stands.</summary>
    DecidedOtherwise,
}
