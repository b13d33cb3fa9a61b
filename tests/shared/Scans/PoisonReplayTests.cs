using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class PoisonReplayTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x");
        world.Site["b"] = P("b");
        return world;
    }

    private static Task PoisonAsync<TMessage>(ScanWorld world, TMessage message) where TMessage : IQueueMessage =>
        world.Get<PoisonHandler>().HandleAsync(TMessage.Queue, QueueMessages.Write(message), Cancellation);

    private static Task<Func<CancellationToken, Task>?> PrepareAsync<TMessage>(ScanWorld world, TMessage message) where TMessage : IQueueMessage =>
        world.Get<PoisonReplay>().PrepareAsync(TMessage.Queue, QueueMessages.Write(message), Cancellation);

    /// <summary>Orders a scan whose first message was poison, the message itself gone.</summary>
    private static async Task<StartScanMessage> UnstartedAsync(ScanWorld world)
    {
        var message = new StartScanMessage((await world.OrderAsync()).Id);
        while (world.Queues.TakeVisible() is not null)
        {
        }
        await PoisonAsync(world, message);
        return message;
    }

    [Fact]
    public async Task A_scan_that_would_not_start_is_opened_again_and_run_however_often_it_is_asked_for()
    {
        await using ScanWorld world = await WorldAsync();
        StartScanMessage message = await UnstartedAsync(world);

        Func<CancellationToken, Task>? replay = await PrepareAsync(world, message);
        await replay!(Cancellation);
        ScanRow opened = await world.ScanAsync(message.Scan);
        Assert.Equal((ScanStatus.Queued, null, null), (opened.Status, opened.Reason, opened.FinishedAt));
        Assert.Equal(opened.RowKey, (await world.SolutionAsync()).ActiveScan);
        await replay(Cancellation);
        await world.DeliverAllAsync();

        ScanRow scan = await world.ScanAsync(message.Scan);
        Assert.Equal((ScanStatus.Completed, 2), (scan.Status, scan.PagesAudited));
        Assert.Equal(ScanStatus.Completed, (await world.Get<IBlobs>().ReadResultAsync(scan.Id, Cancellation))!.Scan.Status);
        Assert.Equal((null, scan.RowKey), ((await world.SolutionAsync()).ActiveScan, (await world.SolutionAsync()).LastScan));
    }

    [Fact]
    public async Task A_scan_is_not_opened_again_while_another_runs_or_after_another_was_judged()
    {
        await using ScanWorld world = await WorldAsync();
        StartScanMessage message = await UnstartedAsync(world);
        Func<CancellationToken, Task>? early = await PrepareAsync(world, message);

        world.Clock.Advance(TimeSpan.FromHours(1));
        ScanRow other = await world.OrderAsync();
        Assert.Null(await PrepareAsync(world, message));
        await early!(Cancellation);
        Assert.Equal(ScanStatus.Failed, (await world.ScanAsync(message.Scan)).Status);
        Assert.Equal(other.RowKey, (await world.SolutionAsync()).ActiveScan);

        await world.DeliverAllAsync();
        Assert.Null(await PrepareAsync(world, message));
    }

    [Fact]
    public async Task A_scan_of_a_deregistered_solution_is_not_opened_again()
    {
        await using ScanWorld world = await WorldAsync();
        StartScanMessage message = await UnstartedAsync(world);
        await world.Table<SolutionRow>().PutAsync(await world.SolutionAsync() with { DeregisteredAt = world.Clock.GetUtcNow() }, Cancellation);

        Assert.Null(await PrepareAsync(world, message));
    }

    [Fact]
    public async Task A_page_is_looked_at_after_all_while_its_scan_still_looks()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        List<SentMessage> audits = [];
        while (world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue == QueueNames.PageAudits)
                audits.Add(message);
            else if (message.Queue != QueueNames.RegistryChecks)
                await world.DeliverAsync(message);
        }
        var page = QueueMessages.Read<AuditPageMessage>(audits[1].Body);
        await PoisonAsync(world, page);

        await (await PrepareAsync(world, page))!(Cancellation);
        await world.DeliverAsync(audits[0]);
        await world.DeliverAllAsync();

        Assert.Equal((ScanStatus.Completed, 2), ((await world.ScanAsync(scan.Id)).Status, (await world.ScanAsync(scan.Id)).PagesAudited));
        Assert.Null(await PrepareAsync(world, page));
    }

    [Fact]
    public async Task A_page_that_was_looked_at_or_whose_look_is_over_is_not_looked_at_again()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();

        Assert.Null(await PrepareAsync(world, new AuditPageMessage(scan.Id, P("a").Key)));
        Assert.Null(await PrepareAsync(world, new AuditPageMessage(scan.Id, "unknown")));
        await world.Table<ScanRow>().PutAsync(scan with { Status = ScanStatus.Confirming }, Cancellation);
        PageRow page = (await world.Table<PageRow>().FindAsync(scan.RowKey, P("a").Key, Cancellation))!;
        await world.Table<PageRow>().PutAsync(page with { Status = PageStatus.Failed, Reason = PageReasons.Poison }, Cancellation);
        Assert.Null(await PrepareAsync(world, new AuditPageMessage(scan.Id, P("a").Key)));
    }

    [Theory]
    [InlineData(OutboxState.Pending, true)]
    [InlineData(OutboxState.Sending, true)]
    [InlineData(OutboxState.Sent, false)]
    [InlineData(OutboxState.Failed, false)]
    [InlineData(OutboxState.Discarded, false)]
    [InlineData(OutboxState.Held, false)]
    public async Task A_mail_is_sent_where_it_is_still_owed(OutboxState state, bool sent)
    {
        await using ScanWorld world = await WorldAsync();
        await world.Table<OutboxRow>().PutAsync(new OutboxRow { PartitionKey = ScanWorld.Agency.Value, RowKey = "group-key", State = state }, Cancellation);

        Func<CancellationToken, Task>? replay = await PrepareAsync(world, new SendAlertMessage(ScanWorld.Agency.Value, "group-key"));
        if (replay is not null)
            await replay(Cancellation);

        Assert.Equal(sent, replay is not null);
        Assert.Equal(sent ? 1 : 0, world.Queues.Of<SendAlertMessage>().Count);
    }

    [Fact]
    public async Task What_is_gone_or_never_was_cannot_be_run_again()
    {
        await using ScanWorld world = await WorldAsync();
        var unknown = ScanId.New(world.Solution, world.Clock.GetUtcNow());

        Assert.Null(await PrepareAsync(world, new StartScanMessage(unknown)));
        Assert.Null(await PrepareAsync(world, new ScanStepMessage(unknown, ScanStep.Complete)));
        Assert.Null(await PrepareAsync(world, new AuditPageMessage(unknown, "page")));
        Assert.Null(await PrepareAsync(world, new CheckAgencyMessage(OrgNumber.Parse("999777600"))));
        Assert.Null(await PrepareAsync(world, new SendAlertMessage("supervisor", "key")));
        Assert.NotNull(await PrepareAsync(world, new CheckAgencyMessage(ScanWorld.Agency)));
        Assert.Null(await world.Get<PoisonReplay>().PrepareAsync("unheard-of", "{}", Cancellation));
        Assert.Null(await world.Get<PoisonReplay>().PrepareAsync(QueueNames.Alerts, "null", Cancellation));
    }
}
