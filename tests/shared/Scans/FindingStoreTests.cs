using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Shared.Tests.Alerts;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class FindingStoreTests
{
    private const string Cause = "alt/main img";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static async Task<ScanWorld> WorldAsync(params (string Key, string Value)[] settings)
    {
        ScanWorld world = await new ScanWorld(settings).RegisterAsync();
        world.Site["a"] = P("a", Cause);
        world.Site["b"] = P("b", Cause);
        world.Site["c"] = P("c");
        return world;
    }

    [Fact]
    public async Task A_late_delivery_of_an_older_scan_undoes_nothing()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow older = await world.ScanAsync();
        FrozenScan frozen = await world.Get<ScanFreezer>().FreezeAsync(older, Cancellation);
        world.Site["a"] = P("a");
        world.Site["b"] = P("b");
        await world.ScanAsync();
        string expected = await world.FingerprintAsync();

        await world.Get<ScanFinisher>().FinishAsync(older, Cancellation);
        await world.Get<FindingStore>().ApplyAsync(older.Id, frozen.Transitions, Cancellation);
        Assert.Equal(expected, await world.FingerprintAsync());
        Assert.Equal(FindingState.Fixed, (await world.FindingAsync(Cause))!.State);
    }

    [Fact]
    public async Task A_late_step_brings_no_finding_of_an_erased_solution_back()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        await EraseSolutionAsync(world);
        await EraseFindingsAsync(world);

        await world.Get<ScanFinisher>().FinishAsync(scan, Cancellation);

        Assert.Empty(await world.RowsAsync<FindingRow>());
        Assert.Empty(await world.RowsAsync<OccurrenceRow>());
        Assert.Null(await world.Get<IBlobs>().ReadAsync(FrozenScan.BlobOf(scan.Id), Cancellation));
    }

    [Fact]
    public async Task A_solution_erased_while_its_findings_are_written_leaves_none()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        FrozenScan frozen = await world.Get<ScanFreezer>().FreezeAsync(scan, Cancellation);
        await EraseFindingsAsync(world);
        Task? erased = null;
        var table = new BreakingTable<FindingRow>(world.Table<FindingRow>())
        {
            BreaksAfterInsert = _ =>
            {
                erased = EraseSolutionAsync(world);
                return false;
            },
        };
        var store = new FindingStore(table, world.Table<OccurrenceRow>(), world.Table<SolutionRow>(), world.Get<IBlobs>());

        Assert.False(await store.ApplyAsync(scan.Id, frozen.Transitions, Cancellation));

        Assert.NotNull(erased);
        await erased;
        Assert.Empty(await world.RowsAsync<FindingRow>());
        Assert.Empty(await world.RowsAsync<OccurrenceRow>());
        Assert.Null(await world.Get<IBlobs>().ReadAsync(SolutionHistory.BlobOf(world.Solution), Cancellation));
    }

    [Fact]
    public async Task Setting_aside_while_a_scan_finishes_is_kept()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        FindingRow finding = (await world.FindingAsync(Cause))!;
        world.Site.Loading = _ => world.Table<FindingRow>().UpdateAsync(
            finding.PartitionKey, finding.RowKey,
            f => f with { SetAsideReason = SetAsideReason.FalsePositive, SetAsideBy = "key", SetAsideUntil = DateTimeOffset.MaxValue },
            Cancellation);
        await world.ScanAsync();
        finding = (await world.FindingAsync(Cause))!;
        Assert.Equal((FindingState.Persisting, SetAsideReason.FalsePositive, "key"), (finding.State, finding.SetAsideReason, finding.SetAsideBy));
        Assert.Equal(0, Assert.Single(await world.RowsAsync<SummaryRow>()).OpenFindings);
    }

    [Fact]
    public async Task Reopened_on_one_page_it_is_carried_by_that_page_alone()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        world.Site["a"] = P("a");
        world.Site["b"] = P("b");
        await world.ScanAsync();
        Assert.Equal(2, (await world.RowsAsync<OccurrenceRow>()).Count);
        world.Site["c"] = P("c", Cause);
        await world.ScanAsync();
        Assert.Equal(FindingState.Reopened, (await world.FindingAsync(Cause))!.State);
        Assert.Equal(P("c").Url, Assert.Single(await world.RowsAsync<OccurrenceRow>()).Url);
    }

    [Fact]
    public async Task Beyond_the_pages_of_the_second_look_findings_wait_for_the_next_scan()
    {
        await using ScanWorld world = await WorldAsync(("Monitor:Scans:SecondLookPages", "1"));
        await world.ScanAsync();
        world.Site["a"] = P("a", Cause, "label/1", "label/2");
        world.Site["c"] = P("c", "label/3");
        Assert.Equal(1, (await world.ScanAsync()).SecondLooks);
        Assert.Equal(FindingState.New, (await world.FindingAsync("label/1"))!.State);
        Assert.Equal(FindingState.New, (await world.FindingAsync("label/2"))!.State);
        Assert.Equal(FindingState.Unconfirmed, (await world.FindingAsync("label/3"))!.State);
        Assert.Equal(0, (await world.ScanAsync()).SecondLooks);
        Assert.Equal(FindingState.New, (await world.FindingAsync("label/3"))!.State);
    }

    [Fact]
    public async Task History_is_kept_with_the_scan_that_added_to_it()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        SolutionState state = await world.Get<FindingStore>().LoadAsync(world.Solution, Cancellation);
        Assert.Equal(scan.RowKey, state.History.LastScan);
        Assert.Equal(3, state.History.AuditedPages["no-public-2024"].Count);
        Assert.Equal("1", state.History.RuleVersions["test/alt"]);
        Assert.Empty(state.History.ChangedRules);
    }

    private static Task EraseSolutionAsync(ScanWorld world) =>
        world.Table<SolutionRow>().DeleteAsync(world.Solution.Agency.Value, world.Solution.ToString(), Cancellation);

    private static async Task EraseFindingsAsync(ScanWorld world)
    {
        foreach (FindingRow row in await world.RowsAsync<FindingRow>())
            await world.Table<FindingRow>().DeleteAsync(row.PartitionKey, row.RowKey, Cancellation);
        foreach (OccurrenceRow row in await world.RowsAsync<OccurrenceRow>())
            await world.Table<OccurrenceRow>().DeleteAsync(row.PartitionKey, row.RowKey, Cancellation);
    }
}
