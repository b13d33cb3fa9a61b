using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class ScanOrdersTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a");
        world.Site["b"] = P("b");
        return world;
    }

    [Fact]
    public async Task An_order_writes_the_scan_claims_the_solution_and_sends_one_message()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        Assert.Equal((ScanStatus.Queued, "key", "https://example.test/", "no-public-2024", true), (scan.Status, scan.OrderedBy, scan.Url, scan.Regulation, scan.Baseline));
        Assert.InRange(scan.Seed, 0, uint.MaxValue);
        Assert.Equal(scan.RowKey, (await world.SolutionAsync()).ActiveScan);
        Assert.Equal(scan.Id, Assert.Single(world.Queues.Of<StartScanMessage>()).Scan);
    }

    [Fact]
    public async Task While_a_scan_runs_an_order_returns_it()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow first = await world.OrderAsync();
        Assert.Equal(first.RowKey, (await world.OrderAsync()).RowKey);
        Assert.Single(world.Queues.Of<StartScanMessage>());
    }

    [Fact]
    public async Task Of_many_orders_at_once_one_scan_comes()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow[] scans = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(world.OrderAsync)));
        Assert.Single(scans.Select(s => s.RowKey).Distinct());
        Assert.Single(await world.RowsAsync<ScanRow>());
    }

    [Fact]
    public async Task A_claim_without_a_scan_is_completed_by_the_next_order()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow lost = await world.OrderAsync();
        await world.Table<ScanRow>().DeleteAsync(lost.PartitionKey, lost.RowKey, Cancellation);
        Assert.Equal(lost.RowKey, (await world.OrderAsync()).RowKey);
        Assert.NotNull(await world.Table<ScanRow>().FindAsync(lost.PartitionKey, lost.RowKey, Cancellation));
    }

    [Fact]
    public async Task A_solution_still_held_by_an_ended_scan_is_freed_by_the_next_order()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow ended = await world.ScanAsync();
        await world.Table<SolutionRow>().UpdateAsync(
            ScanWorld.Agency.Value, world.Solution.ToString(), s => s with { ActiveScan = ended.RowKey, LastScan = null, HasBaseline = false }, Cancellation);
        ScanRow next = await world.OrderAsync();
        Assert.NotEqual(ended.RowKey, next.RowKey);
        Assert.False(next.Baseline);
        Assert.Equal(ended.RowKey, (await world.SolutionAsync()).LastScan);
    }

    [Fact]
    public async Task A_later_scan_has_a_smaller_id_even_when_the_clock_stands()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow first = await world.ScanAsync();
        await world.Table<SolutionRow>().UpdateAsync(
            ScanWorld.Agency.Value, world.Solution.ToString(),
            s => s with { LastScan = ScanId.New(world.Solution, world.Clock.GetUtcNow().AddMinutes(5)).ToString() }, Cancellation);
        ScanRow second = await world.OrderAsync();
        Assert.True(string.CompareOrdinal(second.RowKey, (await world.SolutionAsync()).LastScan) < 0);
        Assert.True(string.CompareOrdinal(second.RowKey, first.RowKey) < 0);
    }

    [Theory]
    [InlineData("agency")]
    [InlineData("solution")]
    [InlineData("unknown")]
    public async Task What_is_deregistered_or_unknown_is_not_scanned(string what)
    {
        await using ScanWorld world = await WorldAsync();
        if (what == "agency")
            await world.Get<AgencyRegister>().DeregisterAsync(ScanWorld.Agency, Cancellation);
        if (what == "solution")
            await world.Get<SolutionRegister>().DeregisterAsync(world.Solution, Cancellation);
        SolutionId solution = what == "unknown" ? SolutionId.New(ScanWorld.Agency) : world.Solution;
        Assert.Null(await world.Get<ScanOrders>().OrderAsync(solution, "key", Cancellation));
        Assert.Empty(world.Queues.Of<StartScanMessage>());
    }

    [Fact]
    public async Task Stopped_before_anything_was_sampled_a_scan_fails()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        ScanRow? stopped = await world.Get<ScanOrders>().StopAsync(scan.Id, Cancellation);
        Assert.Equal((ScanStatus.Failed, ScanReasons.Stopped), (stopped!.Status, stopped.Reason));
        Assert.Null((await world.SolutionAsync()).ActiveScan);
        await world.DeliverAllAsync();
        Assert.Empty(await world.RowsAsync<PageRow>());
    }

    [Fact]
    public async Task Stopped_half_way_a_scan_is_partial_with_what_is_known()
    {
        await using ScanWorld world = await WorldAsync();
        world.Site["a"] = P("a", "alt/x");
        ScanRow scan = await world.OrderAsync();
        await DeliverAsync(world, QueueNames.ScanRequests, QueueNames.PageAudits);
        await world.Get<ScanOrders>().StopAsync(scan.Id, Cancellation);
        await world.DeliverAllAsync();

        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Partial, ScanReasons.Stopped, 1, 2), (scan.Status, scan.Reason, scan.PagesAudited, scan.PagesSampled));
        Assert.Equal(0, scan.SecondLooks);
        Assert.Contains(await world.RowsAsync<PageRow>(), p => p.Reason == PageReasons.Stopped);
    }

    [Fact]
    public async Task Stopped_while_confirming_a_scan_ends_without_its_second_looks()
    {
        await using ScanWorld world = await WorldAsync();
        world.Site["a"] = P("a", "alt/x");
        ScanRow scan = await world.OrderAsync();
        await DeliverAsync(world, QueueNames.ScanRequests, QueueNames.PageAudits, QueueNames.PageAudits, QueueNames.ScanSteps);
        Assert.Equal(ScanStatus.Confirming, (await world.ScanAsync(scan.Id)).Status);
        await world.Get<ScanOrders>().StopAsync(scan.Id, Cancellation);
        await world.DeliverAllAsync();
        Assert.Equal(ScanStatus.Partial, (await world.ScanAsync(scan.Id)).Status);
        Assert.Equal(FindingState.Unconfirmed, (await world.FindingAsync("alt/x"))!.State);
    }

    [Fact]
    public async Task Once_it_is_noted_a_stop_is_carried_out_even_when_nobody_waits_for_it()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.OrderAsync();
        await DeliverAsync(world, QueueNames.ScanRequests);
        using var gone = new CancellationTokenSource();
        var scans = new MortalTable<ScanRow>(world.Get<MemoryTable<ScanRow>>(), new CrashSource(() =>
        {
            gone.Cancel();
            return null;
        }));
        var orders = new ScanOrders(
            world.Table<SolutionRow>(), world.Table<AgencyRow>(), scans, world.Table<PageRow>(), world.Get<IQueues>(), world.Get<ScanProgress>(), world.Clock);

        await orders.StopAsync(scan.Id, gone.Token);

        Assert.True(gone.IsCancellationRequested);
        Assert.All(await world.RowsAsync<PageRow>(), p => Assert.Equal((PageStatus.Failed, PageReasons.Stopped), (p.Status, p.Reason)));
        await world.DeliverAllAsync();
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Failed, ScanReasons.Stopped), (scan.Status, scan.Reason));
    }

    [Fact]
    public async Task Stopping_an_ended_scan_or_none_does_nothing()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        Assert.Equal(ScanStatus.Completed, (await world.Get<ScanOrders>().StopAsync(scan.Id, Cancellation))!.Status);
        Assert.Null(await world.Get<ScanOrders>().StopAsync(ScanId.New(world.Solution, world.Clock.GetUtcNow()), Cancellation));
    }

    /// <summary>Delivers the first message of each queue in turn, and nothing else.</summary>
    private static async Task DeliverAsync(ScanWorld world, params string[] queues)
    {
        foreach (string queue in queues)
        {
            List<SentMessage> taken = [];
            while (world.Queues.TakeVisible() is { } message)
                taken.Add(message);
            SentMessage next = taken.First(m => m.Queue == queue);
            foreach (SentMessage other in taken.Where(m => m != next))
                world.Queues.PutBack(other);
            await world.DeliverAsync(next);
        }
    }
}
