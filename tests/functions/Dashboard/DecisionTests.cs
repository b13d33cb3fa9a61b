using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>What is ordered, set aside and decided.</summary>
public sealed class DecisionTests : FormTests
{
    [Fact]
    public async Task Scan_now_leads_to_the_scan_and_a_running_one_can_be_stopped()
    {
        FormAnswer ordered = await Agency.SendAsync(P.Solution(World.Unmeasured), P.ScanNow(World.Unmeasured));

        Assert.StartsWith("/nb/scans/", ordered.Location, StringComparison.Ordinal);
        ScanId scan = ScanId.Parse(ordered.Location!.Split('/')[3].Split('?')[0]);
        Assert.Equal(scan, Assert.Single(World.Host.Queues.Of<StartScanMessage>()).Scan);

        FormAnswer stopped = await Supervisor.SendAsync(P.Scan(scan), P.StopScan(scan));
        Assert.Equal(P.Scan(scan) + "?done=scanStopped", stopped.Location);
        Assert.True((await World.Host.Table<ScanRow>().FindAsync(World.Unmeasured.ToString(), scan.ToString(), Cancellation))!.StopRequested);
    }

    [Fact]
    public async Task A_scan_that_runs_already_is_shown_instead_of_another()
    {
        FormAnswer answer = await Supervisor.SendAsync(P.Solution(World.Solution), P.ScanNow(World.Solution));

        Assert.StartsWith(P.Scan(World.Running), answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sets_a_finding_aside_and_takes_it_in_again()
    {
        FormAnswer faults = await Supervisor.SendAsync(
            P.Finding(World.Solution, World.Finding), P.SetAside(World.Solution, World.Finding), ("reason", ""), ("comment", ""), ("until", "2026-11-23"));
        Assert.Contains("Du må rette 3 feil", faults.Text, StringComparison.Ordinal);

        FormAnswer done = await Supervisor.SendAsync(
            P.Finding(World.Solution, World.Finding), P.SetAside(World.Solution, World.Finding),
            ("reason", "FalsePositive"), ("comment", "Bildet er pynt"), ("until", "2026-12-31"));
        Assert.EndsWith("?done=setAside", done.Location, StringComparison.Ordinal);
        FindingRow aside = await FindingAsync();
        Assert.Equal((SetAsideReason.FalsePositive, "Bildet er pynt", new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero)),
            (aside.SetAsideReason!.Value, aside.SetAsideComment, aside.SetAsideUntil!.Value));
        Assert.Equal(FindingState.New, aside.State);

        await Supervisor.SendAsync(P.Finding(World.Solution, World.Finding), P.EndSetAside(World.Solution, World.Finding));
        Assert.Null((await FindingAsync()).SetAsideReason);
    }

    [Fact]
    public async Task An_agency_asks_and_the_supervisor_decides()
    {
        string finding = Fingerprint.For("label", "Persisting");
        FormAnswer asked = await Agency.SendAsync(
            P.Finding(World.Solution, finding), P.SetAside(World.Solution, finding), ("reason", "PlannedRepair"), ("comment", "Rettes i januar"), ("until", "2027-01-31"));
        Assert.EndsWith("?done=setAsideRequested", asked.Location, StringComparison.Ordinal);

        TaskRow task = await TaskAsync(t => t.Subject == FindingRow.KeyOf(World.Solution, finding));
        FormAnswer accepted = await Supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: true));
        Assert.Equal(P.Tasks + "?done=accepted", accepted.Location);
        FindingRow row = (await World.Host.Table<FindingRow>().FindAsync(World.Agency.Value, FindingRow.KeyOf(World.Solution, finding), Cancellation))!;
        Assert.Equal("Rettes i januar", row.SetAsideComment);
    }

    [Fact]
    public async Task A_task_is_rejected_once()
    {
        TaskRow task = await TaskAsync(t => t.Kind == TaskKind.Poison && t.State == TaskState.Open);

        Assert.Equal(P.Tasks + "?done=rejected", (await Supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: false))).Location);
        Assert.Equal(P.Tasks + "?done=decidedBefore", (await Supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: true))).Location);
    }

    [Fact]
    public async Task A_message_that_failed_is_run_again_once_where_that_still_leads_anywhere()
    {
        TaskRow unreadable = await TaskAsync(t => t.Kind == TaskKind.Poison && t.State == TaskState.Open);
        Assert.Equal(P.Tasks + "?done=taskObsolete", (await Supervisor.SendAsync(P.Tasks, P.DecideTask(unreadable.RowKey, accept: true))).Location);

        string body = QueueMessages.Write(new CheckAgencyMessage(World.Agency));
        await World.Host.Get<PoisonHandler>().HandleAsync(QueueNames.RegistryChecks, body, Cancellation);
        TaskRow task = await TaskAsync(t => t.Subject == QueueNames.RegistryChecks);
        Assert.Contains(">Kjør på nytt<", (await Supervisor.GetAsync(P.Tasks)).Text, StringComparison.Ordinal);
        for (int press = 0; press < 2; press++)
            Assert.Equal(P.Tasks + "?done=accepted", (await Supervisor.SendAsync(P.Tasks, P.DecideTask(task.RowKey, accept: true))).Location);

        Assert.Equal(World.Agency, Assert.Single(World.Host.Queues.Of<CheckAgencyMessage>()).Agency);
    }

    private async Task<FindingRow> FindingAsync() =>
        (await World.Host.Table<FindingRow>().FindAsync(World.Agency.Value, FindingRow.KeyOf(World.Solution, World.Finding), Cancellation))!;

    private async Task<TaskRow> TaskAsync(Func<TaskRow, bool> wanted)
    {
        await foreach (TaskRow task in World.Host.Table<TaskRow>().ReadAsync(TaskRow.Partition, "", Cancellation))
        {
            if (wanted(task))
                return task;
        }
        throw new InvalidOperationException("No such task.");
    }
}
