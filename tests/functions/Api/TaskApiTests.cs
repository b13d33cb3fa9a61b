using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests.Api;

public sealed class TaskApiTests
{
    [Fact]
    public async Task An_accepted_poison_message_goes_back_on_its_queue_and_the_decision_stands()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        string id = await PoisonAsync(host, QueueNames.RegistryChecks, QueueMessages.Write(new CheckAgencyMessage(TestHost.Own)));
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        JsonElement first = await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").JsonAsync();
        Assert.Equal(TestHost.Own, Assert.Single(host.Queues.Of<CheckAgencyMessage>()).Agency);
        JsonElement second = await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").JsonAsync();
        await client.AskAsync("POST", $"/api/v1/tasks/{id}/reject").ProblemAsync(409, "taskDecided");

        Assert.Single(host.Queues.Of<CheckAgencyMessage>());
        Assert.Equal(first.GetRawText(), second.GetRawText());
        AuditRow deed = Assert.Single(await host.Get<AuditLog>().ReadAsync(DateOnly.FromDateTime(TestHost.Start.UtcDateTime), Cancellation).ToArrayAsync(Cancellation));
        Assert.Equal(("task.accepted", id.Replace('.', '|'), "Poison"), (deed.Action, deed.Subject, deed.Detail));
    }

    [Fact]
    public async Task What_a_stop_left_undone_is_done_by_the_same_decision_and_never_by_the_opposite()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        FindingRow finding = await host.FindingAsync(solution.Id, "a");
        var claimed = new TaskRow
        {
            PartitionKey = TaskRow.Partition,
            RowKey = TaskRow.KeyOf(TestHost.Start, TaskKind.SetAside, finding.RowKey),
            Kind = TaskKind.SetAside,
            State = TaskState.Accepted,
            DecidedBy = "somebody",
            DecidedAt = TestHost.Start,
            OrgNumber = TestHost.Own.Value,
            Subject = finding.RowKey,
            Detail = """{"reason":"falsePositive","comment":"Pynt","until":"2027-01-01T00:00:00Z"}""",
            CreatedAt = TestHost.Start,
        };
        await host.Table<TaskRow>().PutAsync(claimed, Cancellation);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        string path = $"/api/v1/tasks/{claimed.RowKey.Replace('|', '.')}";
        host.Clock.Advance(TimeSpan.FromHours(1));

        await client.AskAsync("POST", $"{path}/reject").ProblemAsync(409, "taskDecided");
        await client.AskAsync("POST", $"{path}/accept").JsonAsync();
        FindingRow once = (await host.Table<FindingRow>().FindAsync(finding.PartitionKey, finding.RowKey, Cancellation))!;
        await client.AskAsync("POST", $"{path}/accept").JsonAsync();

        Assert.Equal((SetAsideReason.FalsePositive, "somebody", TestHost.Start), (once.SetAsideReason, once.SetAsideBy, once.SetAsideAt));
        Assert.Equal(once, await host.Table<FindingRow>().FindAsync(finding.PartitionKey, finding.RowKey, Cancellation));
    }

    [Fact]
    public async Task Of_two_opposite_decisions_at_the_same_time_only_the_one_that_stands_is_carried_out()
    {
        var tasks = new RacedTasks();
        await using TestHost host = await TestHost.StartAsync(services => services.AddSingleton<ITable<TaskRow>>(tasks));
        await host.AgencyAsync(TestHost.Own);
        string id = await PoisonAsync(host, QueueNames.RegistryChecks, QueueMessages.Write(new CheckAgencyMessage(TestHost.Own)));
        tasks.Rival = row => row with { State = TaskState.Rejected, DecidedBy = "rival", DecidedAt = TestHost.Start };

        await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", $"/api/v1/tasks/{id}/accept").ProblemAsync(409, "taskDecided");

        Assert.Empty(host.Queues.Sent);
    }

    [Fact]
    public async Task Every_queue_of_the_engine_takes_its_messages_back()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Running);
        await host.Table<PageRow>().PutAsync(
            new PageRow { PartitionKey = scan.RowKey, RowKey = "page", Status = PageStatus.Failed, Reason = PageReasons.Poison }, Cancellation);
        await host.Table<OutboxRow>().PutAsync(new OutboxRow { PartitionKey = TestHost.Own.Value, RowKey = "group-key" }, Cancellation);
        (string Queue, string Body)[] messages =
        [
            (QueueNames.ScanRequests, QueueMessages.Write(new StartScanMessage(scan.Id))),
            (QueueNames.PageAudits, QueueMessages.Write(new AuditPageMessage(scan.Id, "page"))),
            (QueueNames.ScanSteps, QueueMessages.Write(new ScanStepMessage(scan.Id, ScanStep.Finish))),
            (QueueNames.RegistryChecks, QueueMessages.Write(new CheckAgencyMessage(TestHost.Own))),
            (QueueNames.Alerts, QueueMessages.Write(new SendAlertMessage(TestHost.Own.Value, "group-key"))),
        ];
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        foreach ((string queue, string body) in messages)
            await client.AskAsync("POST", $"/api/v1/tasks/{await PoisonAsync(host, queue, body)}/accept").JsonAsync();

        Assert.Equal(messages, host.Queues.Sent.Select(m => (m.Queue, m.Body)));
    }

    [Fact]
    public async Task What_a_scan_missed_that_has_ended_since_is_not_looked_at_any_more_and_the_answer_says_what_to_do()
    {
        await using TestHost host = await TestHost.StartAsync();
        ScanRow scan = await host.ScanAsync((await host.SolutionAsync(TestHost.Own)).Id, ScanStatus.Partial);
        await host.Table<PageRow>().PutAsync(
            new PageRow { PartitionKey = scan.RowKey, RowKey = "page", Status = PageStatus.Failed, Reason = PageReasons.Poison }, Cancellation);
        string id = await PoisonAsync(host, QueueNames.PageAudits, QueueMessages.Write(new AuditPageMessage(scan.Id, "page")));

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", $"/api/v1/tasks/{id}/accept").ProblemAsync(409, "taskObsolete");

        Assert.Contains("ny måling", problem.Text("detail"), StringComparison.Ordinal);
        Assert.Empty(host.Queues.Sent);
        Assert.Equal(TaskState.Open, (await host.Table<TaskRow>().FindAsync(TaskRow.Partition, id.Replace('.', '|'), Cancellation))!.State);
    }

    [Theory]
    [InlineData("no-such-queue", "{}")]
    [InlineData(QueueNames.RegistryChecks, "not json")]
    public async Task A_message_that_nobody_can_read_is_only_ever_rejected(string queue, string body)
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await PoisonAsync(host, queue, body);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").ProblemAsync(409, "taskObsolete");
        JsonElement rejected = await client.AskAsync("POST", $"/api/v1/tasks/{id}/reject").JsonAsync();

        Assert.Equal("rejected", rejected.Text("state"));
        Assert.Empty(host.Queues.Sent);
    }

    [Fact]
    public async Task Tasks_are_listed_by_state()
    {
        await using TestHost host = await TestHost.StartAsync();
        string open = await PoisonAsync(host, "a", "1"), rejected = await PoisonAsync(host, "b", "2");
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        await client.AskAsync("POST", $"/api/v1/tasks/{rejected}/reject").JsonAsync();

        Assert.Equal(open, Assert.Single((await client.AskAsync("GET", "/api/v1/tasks?state=open").JsonAsync()).Items()).Text("id"));
        Assert.Equal(rejected, Assert.Single((await client.AskAsync("GET", "/api/v1/tasks?state=rejected").JsonAsync()).Items()).Text("id"));
        Assert.Equal(2, (await client.AskAsync("GET", "/api/v1/tasks").JsonAsync()).Items().Count);
        await client.AskAsync("GET", "/api/v1/tasks?state=1").ProblemAsync(400, "invalid");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%23")]
    [InlineData("a%7Cb")]
    public async Task A_task_that_is_none_is_not_found(string id)
    {
        await using TestHost host = await TestHost.StartAsync();

        await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", $"/api/v1/tasks/{id}/accept").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task Tasks_are_for_supervisors()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await PoisonAsync(host, "a", "1");
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        await client.AskAsync("GET", "/api/v1/tasks").ProblemAsync(403, "forbidden");
        await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").ProblemAsync(403, "forbidden");
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<string> PoisonAsync(TestHost host, string queue, string body)
    {
        TaskRow row = await host.Table<TaskRow>().PutAsync(
            new TaskRow
            {
                PartitionKey = TaskRow.Partition,
                RowKey = TaskRow.KeyOf(TestHost.Start, TaskKind.Poison, queue + body),
                Kind = TaskKind.Poison,
                Subject = queue,
                Detail = body,
                CreatedAt = TestHost.Start,
            },
            TestContext.Current.CancellationToken);
        return row.RowKey.Replace('|', '.');
    }

    /// <summary>Tasks of which somebody else writes one just before we do, once.</summary>
    private sealed class RacedTasks : ITable<TaskRow>
    {
        private readonly MemoryTable<TaskRow> inner = new(TimeProvider.System);

        public Func<TaskRow, TaskRow>? Rival { get; set; }

        public Task<TaskRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

        public Task<TaskRow?> TryInsertAsync(TaskRow row, CancellationToken cancellation) => inner.TryInsertAsync(row, cancellation);

        public async Task<TaskRow?> TryReplaceAsync(TaskRow row, CancellationToken cancellation)
        {
            if (Rival is { } rival && await inner.FindAsync(row.PartitionKey, row.RowKey, cancellation) is { } current)
            {
                Rival = null;
                await inner.TryReplaceAsync(rival(current), cancellation);
            }
            return await inner.TryReplaceAsync(row, cancellation);
        }

        public Task<TaskRow> PutAsync(TaskRow row, CancellationToken cancellation) => inner.PutAsync(row, cancellation);

        public Task PutAllAsync(IReadOnlyCollection<TaskRow> rows, CancellationToken cancellation) => inner.PutAllAsync(rows, cancellation);

        public Task DeleteAsync(string partition, string row, CancellationToken cancellation) => inner.DeleteAsync(partition, row, cancellation);

        public IAsyncEnumerable<TaskRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => inner.ReadAsync(partition, prefix, cancellation);

        public Task<RowPage<TaskRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
            inner.PageAsync(partition, prefix, limit, continuationToken, cancellation);

        public IAsyncEnumerable<TaskRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);
    }
}
