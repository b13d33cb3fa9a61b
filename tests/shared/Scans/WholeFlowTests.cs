using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class WholeFlowTests
{
    private const string Standing = "alt/main img", Broken = "label/form input", Doubt = "contrast/p";

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", Standing);
        world.Site["b"] = P("b", Standing).Doubt(Doubt);
        world.Site["c"] = P("c");
        return world;
    }

    private static async Task<AlertKind[]> MailsAsync(ScanWorld world) =>
        [.. (await world.RowsAsync<OutboxRow>()).Select(o => o.Kind).Order()];

    [Fact]
    public async Task Baseline_break_rescan_repair()
    {
        await using ScanWorld world = await WorldAsync();

        ScanRow scan = await world.ScanAsync();
        Assert.Equal((ScanStatus.Completed, null, true), (scan.Status, scan.Reason, scan.Baseline));
        Assert.Equal((3, 3, 0, 1, 1), (scan.PagesSampled, scan.PagesAudited, scan.PagesFailed, scan.Findings, scan.FindingsCantTell));
        Assert.Equal(FindingState.FirstSeen, (await world.FindingAsync(Standing))!.State);
        Assert.Null(await world.FindingAsync(Doubt));
        Assert.Equal([AlertKind.Welcome], await MailsAsync(world));

        world.Site["c"] = P("c", Broken);
        scan = await world.ScanAsync();
        Assert.Equal(1, scan.SecondLooks);
        Assert.Equal(FindingState.New, (await world.FindingAsync(Broken))!.State);
        Assert.Equal(FindingState.Persisting, (await world.FindingAsync(Standing))!.State);
        Assert.Equal([AlertKind.NewFindings, AlertKind.Welcome], await MailsAsync(world));

        scan = await world.ScanAsync();
        Assert.Equal(0, scan.SecondLooks);
        Assert.Equal(FindingState.Persisting, (await world.FindingAsync(Broken))!.State);
        Assert.Equal([AlertKind.NewFindings, AlertKind.Welcome], await MailsAsync(world));

        world.Site["c"] = P("c");
        scan = await world.ScanAsync();
        Assert.Equal(1, scan.SecondLooks);
        Assert.Equal(FindingState.Fixed, (await world.FindingAsync(Broken))!.State);
        Assert.Equal([AlertKind.NewFindings, AlertKind.Welcome], await MailsAsync(world));

        SolutionRow solution = await world.SolutionAsync();
        Assert.Equal((null, scan.RowKey, true), (solution.ActiveScan, solution.LastScan, solution.HasBaseline));
        Assert.Equal(4, (await world.RowsAsync<TrendRow>()).Count);
        SummaryRow summary = Assert.Single(await world.RowsAsync<SummaryRow>());
        Assert.Equal((1, 0, 1), (summary.OpenFindings, summary.NewFindings, summary.CantTell));
    }

    [Fact]
    public async Task The_result_counts_the_documents_that_the_crawl_met()
    {
        await using ScanWorld world = await WorldAsync();

        ScanRow scan = await world.ScanAsync();

        ScanResult? result = await world.Get<IBlobs>().ReadJsonAsync<ScanResult>(ScanBlobs.ResultOf(scan.Id), TestContext.Current.CancellationToken);
        Assert.Equal(new DocumentCount(3, 2, 1), result?.Scan.Documents);
    }

    [Fact]
    public async Task Every_message_twice_and_in_any_order_ends_with_the_same_tables()
    {
        await using ScanWorld calm = await WorldAsync();
        string expected = await StoryAsync(calm);
        for (int seed = 0; seed < 8; seed++)
        {
            await using ScanWorld stormy = await WorldAsync();
            stormy.Delivery = (2, new Random(seed));
            Assert.Equal(expected, await StoryAsync(stormy));
        }
    }

    [Fact]
    public async Task A_second_look_waits_and_sees_the_page_as_it_is_then()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        world.Site["c"] = P("c", Broken);
        DateTimeOffset first = default, second = default;
        world.Site.Loading = m =>
        {
            if (m.Page == P("c").Key)
                first = world.Clock.GetUtcNow();
            if (!PageKey.IsSecondLook(m.Page))
                return;
            second = world.Clock.GetUtcNow();
            world.Site["c"] = P("c");
        };
        await world.ScanAsync();
        Assert.True(second - first >= TimeSpan.FromSeconds(60));
        Assert.Equal(FindingState.Unconfirmed, (await world.FindingAsync(Broken))!.State);
        Assert.Equal([AlertKind.Welcome], await MailsAsync(world));
    }

    [Fact]
    public async Task A_failed_page_makes_the_scan_partial_and_its_findings_not_verified()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        world.Site["a"] = P("a").Broken();
        ScanRow scan = await world.ScanAsync();
        Assert.Equal((ScanStatus.Partial, ScanReasons.PagesFailed, 1), (scan.Status, scan.Reason, scan.PagesFailed));
        Assert.Equal(FindingState.Persisting, (await world.FindingAsync(Standing))!.State);
        world.Site["b"] = P("b").Blocked();
        await world.ScanAsync();
        Assert.Equal(FindingState.NotVerified, (await world.FindingAsync(Standing))!.State);
    }

    [Fact]
    public async Task A_scan_that_audits_nothing_fails_and_changes_nothing_but_says_so()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow baseline = await world.ScanAsync();
        foreach (string page in new[] { "a", "b", "c" })
            world.Site[page] = P(page).Blocked();
        ScanRow scan = await world.ScanAsync();
        Assert.Equal((ScanStatus.Failed, PageReasons.Refused), (scan.Status, scan.Reason));
        Assert.Equal(FindingState.FirstSeen, (await world.FindingAsync(Standing))!.State);
        Assert.Equal(baseline.RowKey, (await world.SolutionAsync()).LastScan);
        Assert.Single(await world.RowsAsync<TrendRow>());
        SummaryRow summary = Assert.Single(await world.RowsAsync<SummaryRow>());
        Assert.Equal((ScanStatus.Failed, PageReasons.Refused, scan.FinishedAt), (summary.Status, summary.Reason, summary.FinishedAt));
        Assert.Equal((1, 3, 3, baseline.FinishedAt), (summary.OpenFindings, summary.PagesAudited, summary.PagesSampled, summary.MeasuredAt));
    }

    [Fact]
    public async Task The_first_scan_that_audits_something_sets_the_baseline()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", Standing).Broken();
        Assert.Equal(ScanStatus.Failed, (await world.ScanAsync()).Status);
        Assert.False((await world.SolutionAsync()).HasBaseline);
        Assert.Empty(await world.RowsAsync<OutboxRow>());

        world.Site["a"] = P("a", Standing);
        Assert.True((await world.ScanAsync()).Baseline);
        Assert.True((await world.SolutionAsync()).HasBaseline);
        Assert.Equal([AlertKind.Welcome], await MailsAsync(world));
        Assert.Equal(FindingState.FirstSeen, (await world.FindingAsync(Standing))!.State);
    }

    [Fact]
    public async Task A_crash_after_any_write_and_redelivery_ends_with_the_same_tables()
    {
        await using ScanWorld calm = await WorldAsync();
        string expected = await StoryAsync(calm);
        await using ScanWorld crashing = await WorldAsync();
        crashing.Crashes = new CrashPlan();
        Assert.Equal(expected, await StoryAsync(crashing));
        Assert.True(crashing.Crashes.Count > 50);
    }

    [Fact]
    public async Task What_was_frozen_is_what_is_told()
    {
        await using ScanWorld world = await WorldAsync();
        ScanRow scan = await world.ScanAsync();
        ScanResult? result = await world.Get<IBlobs>().ReadResultAsync(scan.Id, TestContext.Current.CancellationToken);
        Assert.Equal((scan.RowKey, scan.FinishedAt), (result!.Scan.Id, result.Scan.FinishedAt));
        Assert.Equal(["a", "b", "c"], result.Pages.Select(p => p.Title));
        Assert.Equal(2, result.Findings.Count);
    }

    [Fact]
    public async Task Each_scan_leaves_the_obligations_judged_by_what_it_found()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        ComplianceRow row = Assert.Single(await world.RowsAsync<ComplianceRow>());
        Assert.Equal((ScanWorld.Agency.Value, ComplianceRow.Observed("1.8-universal-design")), (row.PartitionKey, row.RowKey));
        Assert.Equal(ObligationOutcome.NotMet, row.Outcome);
        Assert.Contains("3 of 3 sampled pages", row.EvidenceJson, StringComparison.Ordinal);

        world.Site["a"] = P("a");
        world.Site["b"] = P("b");
        await world.ScanAsync();
        row = Assert.Single(await world.RowsAsync<ComplianceRow>());
        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoConfirmedFailures), (row.Outcome, row.Reason));
        Assert.DoesNotContain(AlertKind.Obligation, await MailsAsync(world));
    }

    private static async Task<string> StoryAsync(ScanWorld world)
    {
        await world.ScanAsync();
        world.Site["c"] = P("c", Broken);
        await world.ScanAsync();
        world.Site["a"] = P("a").Gone();
        await world.ScanAsync();
        world.Site["c"] = P("c");
        world.Site["b"] = P("b");
        await world.ScanAsync();
        return await world.FingerprintAsync();
    }
}
