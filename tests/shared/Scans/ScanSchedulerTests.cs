using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class ScanSchedulerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x");
        world.Site["b"] = P("b");
        return world;
    }

    private static Task RunAsync(ScanWorld world) => world.Get<ScanScheduler>().RunAsync(Cancellation);

    private static void LoseMessages(ScanWorld world)
    {
        world.Clock.Advance(TimeSpan.FromHours(2));
        while (world.Queues.TakeVisible() is not null)
        {
        }
    }

    [Fact]
    public async Task What_is_due_is_ordered_once_and_in_step_with_its_schedule()
    {
        await using ScanWorld world = await WorldAsync();
        DateTimeOffset due = (await world.SolutionAsync()).NextDueAt;
        await RunAsync(world);
        await RunAsync(world);
        Assert.Equal("schedule", Assert.Single(await world.RowsAsync<ScanRow>()).OrderedBy);
        Assert.Equal(due.AddHours(168), (await world.SolutionAsync()).NextDueAt);
    }

    [Fact]
    public async Task Runs_that_were_missed_are_made_up_for_by_one_scan()
    {
        await using ScanWorld world = await WorldAsync();
        DateTimeOffset due = (await world.SolutionAsync()).NextDueAt;
        world.Clock.Advance(TimeSpan.FromHours(168 * 3 + 5));
        await RunAsync(world);
        Assert.Single(await world.RowsAsync<ScanRow>());
        Assert.Equal(due.AddHours(168 * 4), (await world.SolutionAsync()).NextDueAt);
    }

    [Fact]
    public async Task An_order_by_hand_leaves_the_schedule_alone()
    {
        await using ScanWorld world = await WorldAsync();
        DateTimeOffset due = (await world.SolutionAsync()).NextDueAt;
        await world.ScanAsync();
        Assert.Equal(due, (await world.SolutionAsync()).NextDueAt);
    }

    [Theory]
    [InlineData("paused")]
    [InlineData("deregistered")]
    [InlineData("not due")]
    public async Task What_is_paused_deregistered_or_not_due_is_not_ordered(string why)
    {
        await using ScanWorld world = await WorldAsync();
        if (why == "paused")
            await world.Get<SolutionRegister>().PauseAsync(world.Solution, true, Cancellation);
        if (why == "deregistered")
            await world.Get<SolutionRegister>().DeregisterAsync(world.Solution, Cancellation);
        if (why == "not due")
        {
            await world.Table<SolutionRow>().UpdateAsync(
                ScanWorld.Agency.Value, world.Solution.ToString(), s => s with { NextDueAt = world.Clock.GetUtcNow().AddSeconds(1) }, Cancellation);
        }
        await RunAsync(world);
        Assert.Empty(await world.RowsAsync<ScanRow>());
    }

    [Fact]
    public async Task A_scan_whose_messages_were_lost_anywhere_is_taken_up_and_ends_the_same()
    {
        await using ScanWorld calm = await WorldAsync();
        await calm.ScanAsync();
        string expected = await calm.FingerprintAsync();
        for (int delivered = 0; delivered < 6; delivered++)
        {
            await using ScanWorld world = await WorldAsync();
            await world.Get<SolutionRegister>().PauseAsync(world.Solution, true, Cancellation); // Ordered by hand; no scheduled scan gets in between.
            ScanRow scan = await world.OrderAsync();
            for (int i = 0; i < delivered; i++)
            {
                if (world.Queues.TakeVisible() is { Queue: not QueueNames.RegistryChecks } message)
                    await world.DeliverAsync(message);
            }
            LoseMessages(world);
            for (int run = 0; run < 4; run++)
            {
                await RunAsync(world);
                await world.DeliverAllAsync();
            }
            Assert.True((await world.ScanAsync(scan.Id)).Ended);
            Assert.Equal(expected, await world.FingerprintAsync());
        }
    }

    [Fact]
    public async Task Lost_second_looks_are_taken_up_after_their_own_waiting_time()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        while (world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue != QueueNames.RegistryChecks)
                await world.DeliverAsync(message);
        }
        Assert.Equal(ScanStatus.Confirming, (await world.ScanAsync(scan.Id)).Status);
        world.Clock.Advance(TimeSpan.FromMinutes(2));
        while (world.Queues.TakeVisible() is not null)
        {
        }
        world.Clock.Advance(TimeSpan.FromMinutes(13.5));
        await RunAsync(world);
        Assert.Empty(world.Queues.Of<AuditPageMessage>());
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(world);
        Assert.True(PageKey.IsSecondLook(Assert.Single(world.Queues.Of<AuditPageMessage>()).Page));
    }

    [Fact]
    public async Task Each_time_round_a_stalled_scan_is_given_twice_as_long()
    {
        await using ScanWorld world = await WorldAsync();
        await world.OrderAsync();
        List<int> sent = [];
        for (int quarter = 0; quarter < 16; quarter++)
        {
            world.Clock.Advance(TimeSpan.FromMinutes(15.1));
            int before = world.Queues.Of<StartScanMessage>().Count;
            await RunAsync(world);
            if (world.Queues.Of<StartScanMessage>().Count > before)
                sent.Add(quarter);
        }
        Assert.Equal([0, 2, 6, 14], sent);
    }

    [Theory]
    [InlineData(0, ScanStatus.Failed)]
    [InlineData(1, ScanStatus.Failed)]
    [InlineData(2, ScanStatus.Partial)]
    [InlineData(4, ScanStatus.Partial)]
    public async Task A_scan_whose_stop_was_noted_and_not_carried_out_is_ended(int delivered, ScanStatus expected)
    {
        await using ScanWorld world = await WorldAsync();
        await world.Get<SolutionRegister>().PauseAsync(world.Solution, true, Cancellation);
        ScanRow scan = await world.OrderAsync();
        while (delivered > 0 && world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue == QueueNames.RegistryChecks)
                continue;
            await world.DeliverAsync(message);
            delivered--;
        }
        Assert.Equal(0, delivered);
        await world.Table<ScanRow>().UpdateAsync(scan.PartitionKey, scan.RowKey, s => s with { StopRequested = true }, Cancellation);
        LoseMessages(world);

        await RunAsync(world);

        Assert.DoesNotContain(await world.RowsAsync<PageRow>(), p => !p.Done);
        Assert.Empty(world.Queues.Of<StartScanMessage>());
        await world.DeliverAllAsync();
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((expected, ScanReasons.Stopped), (scan.Status, scan.Reason));
        Assert.Null((await world.SolutionAsync()).ActiveScan);
    }

    [Fact]
    public async Task A_running_scan_of_a_deregistered_solution_is_ended_without_judging()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        await world.Get<AgencyRegister>().DeregisterAsync(ScanWorld.Agency, Cancellation);
        await RunAsync(world);
        Assert.Equal((ScanStatus.Failed, ScanReasons.Deregistered), ((await world.ScanAsync(scan.Id)).Status, (await world.ScanAsync(scan.Id)).Reason));
        Assert.Null((await world.SolutionAsync()).ActiveScan);
        await world.DeliverAllAsync();
        Assert.Empty(await world.RowsAsync<FindingRow>());
    }

    [Fact]
    public async Task A_claim_whose_scan_was_never_written_is_completed()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow lost = await world.OrderAsync();
        await world.Table<ScanRow>().DeleteAsync(lost.PartitionKey, lost.RowKey, Cancellation);
        await RunAsync(world);
        Assert.Equal(lost.RowKey, Assert.Single(await world.RowsAsync<ScanRow>()).RowKey);
    }
}
