using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Xunit;

namespace Monitor.Shared.Tests.Scans;

public sealed class ScanProgressTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<(ScanWorld World, ScanRow Scan)> RunningAsync(int sampled, params PageStatus[] pages)
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        ScanRow scan = await world.OrderAsync();
        await world.Table<ScanRow>().UpdateAsync(
            scan.PartitionKey, scan.RowKey, s => s with { Status = ScanStatus.Running, PagesSampled = sampled }, Cancellation);
        foreach ((int i, PageStatus status) in pages.Index())
        {
            await world.Table<PageRow>().TryInsertAsync(
                new PageRow { PartitionKey = scan.RowKey, RowKey = $"p{i}", Url = $"https://example.test/{i}", Status = status }, Cancellation);
        }
        return (world, scan);
    }

    [Fact]
    public async Task The_last_page_completes_the_look()
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(2, PageStatus.Audited, PageStatus.Skipped);
        await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);
        Assert.Equal(new ScanStepMessage(scan.Id, ScanStep.Complete), Assert.Single(world.Queues.Of<ScanStepMessage>()));
        await world.DisposeAsync();
    }

    [Theory]
    [InlineData(2, PageStatus.Audited, PageStatus.Queued)]
    [InlineData(3, PageStatus.Audited, PageStatus.Audited)]
    [InlineData(0, PageStatus.Audited, PageStatus.Audited)]
    public async Task A_page_still_queued_or_not_yet_written_keeps_the_look_open(int sampled, PageStatus one, PageStatus other)
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(sampled, one, other);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);
        Assert.Empty(world.Queues.Of<ScanStepMessage>());
        Assert.Equal(world.Clock.GetUtcNow(), (await world.ScanAsync(scan.Id)).LastProgressAt);
        await world.DisposeAsync();
    }

    [Fact]
    public async Task While_a_scan_runs_its_row_tells_how_many_pages_are_done_by_first_looks_alone()
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(
            6, PageStatus.Audited, PageStatus.Audited, PageStatus.Failed, PageStatus.Blocked, PageStatus.Skipped, PageStatus.Queued);
        await world.Table<PageRow>().TryInsertAsync(
            new PageRow { PartitionKey = scan.RowKey, RowKey = PageKey.SecondLook("p0"), Status = PageStatus.Audited }, Cancellation);
        for (int told = 0; told < 2; told++)
        {
            await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);
            scan = await world.ScanAsync(scan.Id);
            Assert.Equal((2, 2), (scan.PagesAudited, scan.PagesFailed));
        }
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_late_count_does_not_undo_a_newer_one()
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(2, PageStatus.Audited, PageStatus.Queued);
        await world.Table<ScanRow>().UpdateAsync(scan.PartitionKey, scan.RowKey, s => s with { PagesAudited = 2, PagesFailed = 1 }, Cancellation);
        await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);
        scan = await world.ScanAsync(scan.Id);
        Assert.Equal((2, 1), (scan.PagesAudited, scan.PagesFailed));
        await world.DisposeAsync();
    }

    [Fact]
    public async Task Two_workers_with_the_last_two_pages_never_both_leave()
    {
        for (int round = 0; round < 20; round++)
        {
            (ScanWorld world, ScanRow scan) = await RunningAsync(2, PageStatus.Queued, PageStatus.Queued);
            await Task.WhenAll(new[] { "p0", "p1" }.Select(page => Task.Run(async () =>
            {
                await world.Table<PageRow>().UpdateAsync(scan.RowKey, page, p => p with { Status = PageStatus.Audited }, Cancellation);
                await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);
            })));
            Assert.NotEmpty(world.Queues.Of<ScanStepMessage>());
            await world.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_scan_that_failed_is_summed_up_frees_its_solution_and_stays_failed()
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(0);
        await world.Get<ScanProgress>().FailAsync(scan.Id, ScanReasons.RobotsUnreachable, Cancellation);
        await world.Get<ScanProgress>().FailAsync(scan.Id, ScanReasons.Unreachable, Cancellation);
        await world.Get<ScanProgress>().PageDoneAsync(scan.Id, Cancellation);

        ScanRow failed = await world.ScanAsync(scan.Id);
        Assert.Equal((ScanStatus.Failed, ScanReasons.RobotsUnreachable), (failed.Status, failed.Reason));
        Assert.Null((await world.SolutionAsync()).ActiveScan);
        Assert.Null((await world.SolutionAsync()).LastScan);
        SummaryRow summary = Assert.Single(await world.RowsAsync<SummaryRow>());
        Assert.Equal((ScanStatus.Failed, ScanReasons.RobotsUnreachable), (summary.Status, summary.Reason));
        ScanResult result = (await world.Get<IBlobs>().ReadResultAsync(scan.Id, Cancellation))!;
        Assert.Equal((ScanStatus.Failed, ScanReasons.RobotsUnreachable), (result.Scan.Status, result.Scan.Reason));
        Assert.Empty(result.Pages);
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_late_failure_to_start_does_not_undo_pages_that_were_audited()
    {
        (ScanWorld world, ScanRow scan) = await RunningAsync(2, PageStatus.Audited, PageStatus.Queued);
        await world.Get<ScanProgress>().FailAsync(scan.Id, ScanReasons.Unreachable, Cancellation);
        Assert.Equal(ScanStatus.Running, (await world.ScanAsync(scan.Id)).Status);
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_scan_that_does_not_exist_is_nobodys_error()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        var scan = ScanId.New(world.Solution, world.Clock.GetUtcNow());
        await world.Get<ScanProgress>().PageDoneAsync(scan, Cancellation);
        await world.Get<ScanProgress>().FailAsync(scan, ScanReasons.Poison, Cancellation);
        Assert.Empty(world.Queues.Of<ScanStepMessage>());
        Assert.Empty(await world.RowsAsync<SummaryRow>());
    }
}
