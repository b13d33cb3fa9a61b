using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

/// <summary>Findings that only several pages of a scan tell together live like all others.</summary>
public sealed class AcrossPagesFlowTests
{
    private const string Cause = FakeAcrossPages.Cause;

    [Fact]
    public async Task A_page_that_begins_to_differ_is_looked_at_twice_and_the_finding_hangs_on_it()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        Assert.Null(await world.FindingAsync(Cause));

        world.Site["c"] = P("c") with { Menu = "other" };
        ScanRow scan = await world.ScanAsync();

        Assert.Equal((1, 1), (scan.SecondLooks, scan.Findings));
        Assert.Equal("""[{"check":"test","rule":"label"}]""", scan.OnlyAtRandomJson);
        Assert.Equal(FindingState.New, (await world.FindingAsync(Cause))!.State);
        Assert.Equal(P("c").Url, Assert.Single(await world.RowsAsync<OccurrenceRow>()).Url);
        ScanResult result = (await world.Get<IBlobs>().ReadResultAsync(scan.Id, TestContext.Current.CancellationToken))!;
        Assert.Equal(P("c").Url, Assert.Single(Assert.Single(result.Findings).Occurrences).Page);
    }

    [Fact]
    public async Task A_page_that_differs_no_more_when_it_is_looked_at_again_accuses_nobody()
    {
        await using ScanWorld world = await WorldAsync();
        await world.ScanAsync();
        world.Site["c"] = P("c") with { Menu = "other" };
        world.Site.Loading = message => world.Site["c"] = P("c") with { Menu = PageKey.IsSecondLook(message.Page) ? "same" : "other" };

        await world.ScanAsync();

        Assert.Equal(FindingState.Unconfirmed, (await world.FindingAsync(Cause))!.State);
    }

    [Fact]
    public async Task It_is_fixed_when_the_page_agrees_twice_and_not_verified_when_there_was_nothing_to_compare_with()
    {
        await using ScanWorld world = await WorldAsync();
        world.Site["c"] = P("c") with { Menu = "other" };
        await world.ScanAsync();

        world.Site["a"] = P("a").Broken();
        world.Site["b"] = P("b").Broken();
        await world.ScanAsync();
        FindingRow row = (await world.FindingAsync(Cause))!;
        Assert.Equal((FindingState.NotVerified, NotVerifiedReason.RuleDidNotRun), (row.State, row.NotVerifiedReason));

        world.Site["a"] = P("a") with { Menu = "same" };
        world.Site["b"] = P("b") with { Menu = "same" };
        world.Site["c"] = P("c") with { Menu = "same" };
        await world.ScanAsync();
        Assert.Equal(FindingState.Fixed, (await world.FindingAsync(Cause))!.State);
    }

    [Fact]
    public async Task Messages_that_come_twice_judge_once()
    {
        await using ScanWorld once = await WorldAsync(), twice = await WorldAsync();
        twice.Delivery = (2, new Random(7));
        foreach (ScanWorld world in new[] { once, twice })
        {
            world.Site["c"] = P("c") with { Menu = "other" };
            await world.ScanAsync();
        }

        Assert.Equal(await once.FingerprintAsync(), await twice.FingerprintAsync());
    }

    private static async Task<ScanWorld> WorldAsync()
    {
        ScanWorld world = await new ScanWorld().RegisterAsync();
        foreach (string name in new[] { "a", "b", "c" })
            world.Site[name] = P(name) with { Menu = "same" };
        return world;
    }
}
