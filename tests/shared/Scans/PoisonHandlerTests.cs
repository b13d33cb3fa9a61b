using Monitor.Shared.Access;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class PoisonHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x");
        world.Site["b"] = P("b");
        return world;
    }

    private static async Task PoisonAsync<TMessage>(ScanWorld world, TMessage message) where TMessage : IQueueMessage
    {
        await world.Get<PoisonHandler>().HandleAsync(TMessage.Queue, QueueMessages.Write(message), Cancellation);
        await world.Get<PoisonHandler>().HandleAsync(TMessage.Queue, QueueMessages.Write(message), Cancellation);
    }

    [Fact]
    public async Task A_scan_that_would_not_start_has_failed()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        var message = new StartScanMessage(scan.Id);
        await PoisonAsync(world, message);
        Assert.Equal((ScanStatus.Failed, ScanReasons.Poison), ((await world.ScanAsync(scan.Id)).Status, (await world.ScanAsync(scan.Id)).Reason));
        TaskRow task = Assert.Single(await world.RowsAsync<TaskRow>());
        Assert.Equal(
            (TaskKind.Poison, TaskState.Open, ScanWorld.Agency.Value, QueueNames.ScanRequests, QueueMessages.Write(message)),
            (task.Kind, task.State, task.OrgNumber, task.Subject, task.Detail));
    }

    [Fact]
    public async Task A_page_that_could_not_be_looked_at_has_failed_and_the_scan_goes_on_without_it()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        string page = P("b").Key;
        world.Site.Loading = m => Assert.NotEqual(page, m.Page);
        while (world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue == QueueNames.PageAudits && QueueMessages.Read<AuditPageMessage>(message.Body).Page == page)
                await PoisonAsync(world, QueueMessages.Read<AuditPageMessage>(message.Body));
            else if (message.Queue != QueueNames.RegistryChecks)
                await world.DeliverAsync(message);
        }
        await world.DeliverAllAsync();
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Partial, ScanReasons.PagesFailed, 1), (scan.Status, scan.Reason, scan.PagesFailed));
        Assert.Equal(PageReasons.Poison, (await world.Table<PageRow>().FindAsync(scan.RowKey, page, Cancellation))!.Reason);
        Assert.Single(await world.RowsAsync<TaskRow>());
    }

    [Fact]
    public async Task A_page_that_is_done_stays_as_it_is()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        await PoisonAsync(world, new AuditPageMessage(scan.Id, P("a").Key));
        Assert.Equal(PageStatus.Audited, (await world.Table<PageRow>().FindAsync(scan.RowKey, P("a").Key, Cancellation))!.Status);
        Assert.Equal(ScanStatus.Completed, (await world.ScanAsync(scan.Id)).Status);
    }

    [Fact]
    public async Task A_scan_that_could_not_be_judged_has_failed_changes_no_finding_and_can_be_replayed()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        List<SentMessage> steps = [];
        while (world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue == QueueNames.ScanSteps)
                steps.Add(message);
            else if (message.Queue != QueueNames.RegistryChecks)
                await world.DeliverAsync(message);
        }
        await PoisonAsync(world, QueueMessages.Read<ScanStepMessage>(steps[0].Body));
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Failed, ScanReasons.Poison, 0), (scan.Status, scan.Reason, scan.PagesAudited));
        ScanResult result = (await world.Get<IBlobs>().ReadResultAsync(scan.Id, Cancellation))!;
        Assert.Equal((ScanStatus.Failed, ScanReasons.Poison, scan.FinishedAt), (result.Scan.Status, result.Scan.Reason, result.Scan.FinishedAt));
        Assert.Equal([P("a").Url, P("b").Url], result.Pages.Select(p => p.Url));
        Assert.Empty(result.Findings);
        Assert.All(result.Criteria, c => Assert.Equal(Outcome.Untested, c.Outcome));
        Assert.Equal(new ScanResultSummary(0, 0, 0, 0, 0, 48), result.Summary);
        Assert.Empty(await world.RowsAsync<FindingRow>());
        Assert.Null((await world.SolutionAsync()).LastScan);
        Assert.False((await world.SolutionAsync()).HasBaseline);

        await world.DeliverAsync(steps[0]);
        Assert.Equal(ScanStatus.Failed, (await world.ScanAsync(scan.Id)).Status);
        Func<CancellationToken, Task>? replay = await world.Get<PoisonReplay>().PrepareAsync(QueueNames.ScanSteps, steps[0].Body, Cancellation);
        await replay!(Cancellation);
        await world.DeliverAllAsync();
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Completed, null), (scan.Status, scan.Reason));
        Assert.Equal(FindingState.FirstSeen, (await world.FindingAsync("alt/x"))!.State);
        Assert.Equal(scan.RowKey, (await world.SolutionAsync()).LastScan);
        Assert.True((await world.SolutionAsync()).HasBaseline);
        result = (await world.Get<IBlobs>().ReadResultAsync(scan.Id, Cancellation))!;
        Assert.Equal((ScanStatus.Completed, 1), (result.Scan.Status, result.Findings.Count));
    }

    [Fact]
    public async Task A_replay_after_a_later_scan_changes_nothing()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow lost = await world.OrderAsync();
        await PoisonAsync(world, new ScanStepMessage(lost.Id, ScanStep.Complete));
        while (world.Queues.TakeVisible() is not null)
        {
        }
        ScanRow later = await world.ScanAsync();
        string before = await world.FingerprintAsync();
        var message = new ScanStepMessage(lost.Id, ScanStep.Complete);
        await world.Get<ScanStepHandler>().HandleAsync(message, Cancellation);
        Assert.Null(await world.Get<PoisonReplay>().PrepareAsync(QueueNames.ScanSteps, QueueMessages.Write(message), Cancellation));
        Assert.Equal(before, await world.FingerprintAsync());
        Assert.Equal(later.RowKey, (await world.SolutionAsync()).LastScan);
    }

    [Fact]
    public async Task Mails_and_registry_checks_become_tasks()
    {
        await using ScanWorld world = await WorldAsync();
        await PoisonAsync(world, new CheckAgencyMessage(ScanWorld.Agency));
        await PoisonAsync(world, new SendAlertMessage("supervisor", "key"));
        await PoisonAsync(world, new SendAlertMessage(ScanWorld.Agency.Value, "key"));
        Assert.Equal(
            [(QueueNames.Alerts, null), (QueueNames.Alerts, ScanWorld.Agency.Value), (QueueNames.RegistryChecks, ScanWorld.Agency.Value)],
            (await world.RowsAsync<TaskRow>()).Select(t => (t.Subject, t.OrgNumber)).OrderBy(t => t.Subject, StringComparer.Ordinal).ThenBy(t => t.OrgNumber, StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(QueueNames.ScanRequests, "{")]
    [InlineData(QueueNames.PageAudits, "null")]
    [InlineData(QueueNames.ScanSteps, "{\"scan\":\"x\",\"step\":\"finish\"}")]
    [InlineData("unheard-of", "hello")]
    public async Task A_message_that_cannot_be_read_is_a_task_all_the_same(string queue, string body)
    {
        await using ScanWorld world = await WorldAsync();
        await world.Get<PoisonHandler>().HandleAsync(queue, body, Cancellation);
        TaskRow task = Assert.Single(await world.RowsAsync<TaskRow>());
        Assert.Equal((queue, body, null), (task.Subject, task.Detail, task.OrgNumber));
    }

    [Fact]
    public async Task A_message_too_long_for_a_column_is_kept_as_far_as_it_fits()
    {
        await using ScanWorld world = await WorldAsync();
        await world.Get<PoisonHandler>().HandleAsync(QueueNames.Alerts, new string('x', 60_000), Cancellation);
        Assert.Equal(RowLimits.TextCharacters, Assert.Single(await world.RowsAsync<TaskRow>()).Detail.Length);
    }

    [Fact]
    public async Task A_replayed_message_that_fails_again_is_open_again()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        await PoisonAsync(world, new StartScanMessage(scan.Id));
        TaskRow task = Assert.Single(await world.RowsAsync<TaskRow>());
        await world.Table<TaskRow>().PutAsync(task with { State = TaskState.Accepted, DecidedBy = "key" }, Cancellation);
        await PoisonAsync(world, new StartScanMessage(scan.Id));
        task = Assert.Single(await world.RowsAsync<TaskRow>());
        Assert.Equal((TaskState.Open, null), (task.State, task.DecidedBy));
    }
}
