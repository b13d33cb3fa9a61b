using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Api;

public sealed class TaskApiTests
{
    [Fact]
    public async Task An_accepted_poison_message_goes_back_on_its_queue_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        string id = await PoisonAsync(host, QueueNames.RegistryChecks, QueueMessages.Write(new CheckAgencyMessage(TestHost.Own)));
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        JsonElement first = await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").JsonAsync();
        JsonElement second = await client.AskAsync("POST", $"/api/v1/tasks/{id}/accept").JsonAsync();
        await client.AskAsync("POST", $"/api/v1/tasks/{id}/reject").ProblemAsync(409, "taskDecided");

        Assert.Equal(TestHost.Own, Assert.Single(host.Queues.Of<CheckAgencyMessage>()).Agency);
        Assert.Equal(first.GetRawText(), second.GetRawText());
    }

    [Fact]
    public async Task Every_queue_of_the_engine_takes_its_messages_back()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Running);
        (string Queue, string Body)[] messages =
        [
            (QueueNames.ScanRequests, QueueMessages.Write(new StartScanMessage(scan.Id))),
            (QueueNames.PageAudits, QueueMessages.Write(new AuditPageMessage(scan.Id, "page|2"))),
            (QueueNames.ScanSteps, QueueMessages.Write(new ScanStepMessage(scan.Id, ScanStep.Finish))),
            (QueueNames.RegistryChecks, QueueMessages.Write(new CheckAgencyMessage(TestHost.Own))),
            (QueueNames.Alerts, QueueMessages.Write(new SendAlertMessage(TestHost.Own.Value, "key"))),
        ];
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        foreach ((string queue, string body) in messages)
            await client.AskAsync("POST", $"/api/v1/tasks/{await PoisonAsync(host, queue, body)}/accept").JsonAsync();

        Assert.Equal(messages, host.Queues.Sent.Select(m => (m.Queue, m.Body)));
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
}
