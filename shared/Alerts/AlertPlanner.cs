using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;
using Monitor.Shared.Storage;

namespace Monitor.Shared.Alerts;

/// <summary>
/// Turns what a scan or a registry changed into owed mails: outbox rows and their messages.
/// Every step is repeatable, and each leaves what the next needs: facts, rows, messages, and last of all the task that decides about held mails.
/// </summary>
public sealed class AlertPlanner(
    ITable<AgencyRow> agencies, ITable<TaskRow> tasks, ITable<OutboxRow> rows, RecipientBook recipients, Outbox outbox, TimeProvider clock)
{
    /// <summary>
    /// Writes the rows that a scan's changes ask for; doing it twice makes no further row. New and reopened findings make a mail, the baseline makes one
    /// welcome summary, and findings met first on pages not measured before make none by themselves.
    /// </summary>
    public async Task PlanAsync(SolutionRow solution, ScanChanges changes, CancellationToken cancellation)
    {
        if (!changes.Baseline && changes.New.Count + changes.Reopened.Count == 0)
            return;
        AgencyRow? agency = await agencies.FindAsync(solution.Id.Agency, cancellation);
        if (agency is null or { DeregisteredAt: not null } || solution.DeregisteredAt is not null)
            return;

        string group = AlertKeys.OfScan(solution.Id, changes.Scan);
        string? task = changes.HoldReason is null ? null : TaskRow.KeyOf(changes.Scan.OrderedAt, TaskKind.HeldMail, group);
        // The task is written last: where it stands, every mail was planned, and a supervisor may have decided since.
        if (task is not null && await tasks.FindAsync(TaskRow.Partition, task, cancellation) is not null)
            return;

        AlertFacts facts = AlertFacts.Scan(agency, solution, changes);
        await outbox.FreezeAsync(group, facts, cancellation);
        IReadOnlyList<RecipientRow> confirmed = await recipients.ConfirmedAsync(agency.OrgNumber, cancellation);
        foreach (RecipientRow recipient in confirmed)
        {
            OutboxRow row = outbox.NewRow(facts.Kind, group, recipient) with { Solution = solution.Id.ToString(), Scan = changes.Scan.ToString() };
            if (task is not null)
                row = row with { State = OutboxState.Held, HeldReason = changes.HoldReason, HeldTask = task };
            await outbox.OweAsync(row, cancellation);
        }
        if (task is not null && await AnyHeldAsync(agency, group, cancellation))
            await tasks.TryInsertAsync(HeldTask(task, group, agency, solution, changes), cancellation);
    }

    /// <summary>
    /// Writes the rows for an obligation that stands on law and became not met. When that is, is the caller's to judge (a registry's not-met needs its
    /// second observation); saying it again for the same <see cref="ObligationAlert.Turn"/> makes no further mail, nor one to somebody who came later.
    /// </summary>
    public async Task PlanObligationAsync(AgencyRow agency, ObligationAlert obligation, CancellationToken cancellation)
    {
        if (agency.DeregisteredAt is not null)
            return;
        RecipientRow[] told = [.. (await recipients.ConfirmedAsync(agency.OrgNumber, cancellation)).Where(r => r.ConfirmedAt <= obligation.Since)];
        if (told.Length == 0)
            return;
        string group = AlertKeys.OfObligation(agency.OrgNumber, obligation.Obligation, obligation.Turn);
        await outbox.FreezeAsync(group, AlertFacts.NotMet(agency, obligation), cancellation);
        foreach (RecipientRow recipient in told)
        {
            OutboxRow mail = outbox.NewRow(AlertKind.Obligation, group, recipient);
            // Said again every night: what was owed once is the sweeper's, or has come to its end.
            if (await rows.FindAsync(mail.PartitionKey, mail.RowKey, cancellation) is null)
                await outbox.OweAsync(mail, cancellation);
        }
    }

    private async Task<bool> AnyHeldAsync(AgencyRow agency, string group, CancellationToken cancellation) =>
        (await rows.PageAsync(agency.OrgNumber.Value, AlertKeys.Of(group, ""), 1, null, cancellation)).Rows.Count > 0;

    private TaskRow HeldTask(string key, string group, AgencyRow agency, SolutionRow solution, ScanChanges changes) => new()
    {
        PartitionKey = TaskRow.Partition,
        RowKey = key,
        Kind = TaskKind.HeldMail,
        State = TaskState.Open,
        OrgNumber = agency.OrgNumber.Value,
        Subject = group,
        Detail = HeldMailDetail.Write(new HeldMailDetail(
            solution.Id, changes.Scan, changes.HoldReason ?? "", changes.Baseline, changes.New.Count, changes.Reopened.Count)),
        CreatedAt = clock.GetUtcNow(),
    };
}
