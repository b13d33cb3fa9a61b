using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Xunit;
using static Monitor.Shared.Tests.Findings.PageSpec;

namespace Monitor.Shared.Tests.Scans;

public sealed class OverviewBuilderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Solutions_agencies_and_totals_are_folded_those_not_measured_included()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x").Doubt("contrast/y");
        world.Site["b"] = P("b").Broken();
        ScanRow scan = await world.ScanAsync();
        var empty = OrgNumber.Parse("974760673");
        await world.Get<AgencyRegister>().RegisterAsync(empty, new AgencyDraft("Ås kommune"), Cancellation);
        await world.Get<SolutionRegister>().AddAsync(empty, new SolutionDraft("Heimesida", "https://as.example.test/"), "key", Cancellation);
        await world.Get<OverviewBuilder>().RunAsync(Cancellation);

        IBlobs blobs = world.Get<IBlobs>();
        Overview overview = (await blobs.ReadOverviewAsync(Cancellation))!;
        Assert.Equal(world.Clock.GetUtcNow(), overview.AsOf);
        Assert.Equal(["Nettstedet", "Heimesida"], overview.Solutions.Select(s => s.Name));
        OverviewScan last = overview.Solutions[0].LastScan!;
        Assert.Equal((scan.RowKey, ScanStatus.Partial, 1, 2, 1, 1), (last.Scan, last.Status, last.PagesAudited, last.PagesSampled, last.OpenFindings, last.CantTell));
        Assert.Null(overview.Solutions[1].LastScan);

        Statistics statistics = (await blobs.ReadStatisticsAsync(Cancellation))!;
        Assert.Equal((2, 2, 1, 1, 1, 2, 1), (
            statistics.Agencies, statistics.Solutions, statistics.SolutionsMeasured, statistics.SolutionsWithFindings,
            statistics.PagesAudited, statistics.PagesSampled, statistics.OpenFindings));

        AgencyList list = (await blobs.ReadAgencyListAsync(Cancellation))!;
        Assert.Equal([("Etaten", 1, 1, 1), ("Ås kommune", 1, 0, 0)], list.Agencies.Select(a => (a.Name, a.Solutions, a.SolutionsMeasured, a.OpenFindings)));
    }

    [Fact]
    public async Task A_first_scan_that_could_not_be_judged_has_measured_nothing()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a");
        await AbandonAsync(world);
        await world.Get<OverviewBuilder>().RunAsync(Cancellation);

        IBlobs blobs = world.Get<IBlobs>();
        OverviewScan last = Assert.Single((await blobs.ReadOverviewAsync(Cancellation))!.Solutions).LastScan!;
        Assert.Equal((ScanStatus.Failed, ScanReasons.Poison, 0, null), (last.Status, last.Reason, last.PagesAudited, last.MeasuredAt));
        Statistics statistics = (await blobs.ReadStatisticsAsync(Cancellation))!;
        Assert.Equal((1, 0, 0), (statistics.Solutions, statistics.SolutionsMeasured, statistics.PagesAudited));
        Assert.Equal(0, Assert.Single((await blobs.ReadAgencyListAsync(Cancellation))!.Agencies).SolutionsMeasured);
    }

    [Fact]
    public async Task A_later_one_leaves_what_was_measured_before_and_says_why()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x").Doubt("contrast/y");
        ScanRow measured = await world.ScanAsync();
        world.Site["a"] = P("a");
        ScanRow lost = await AbandonAsync(world);
        await world.Get<OverviewBuilder>().RunAsync(Cancellation);

        OverviewScan last = Assert.Single((await world.Get<IBlobs>().ReadOverviewAsync(Cancellation))!.Solutions).LastScan!;
        Assert.Equal((lost.RowKey, ScanStatus.Failed, ScanReasons.Poison, lost.FinishedAt), (last.Scan, last.Status, last.Reason, last.FinishedAt));
        Assert.Equal((1, 1, 1, 1, measured.FinishedAt), (last.PagesAudited, last.PagesSampled, last.OpenFindings, last.CantTell, last.MeasuredAt));
        Assert.Equal(1, (await world.Get<IBlobs>().ReadStatisticsAsync(Cancellation))!.SolutionsMeasured);
    }

    [Fact]
    public async Task What_is_deregistered_is_left_out()
    {
        await using ScanWorld world = await new ScanWorld().RegisterAsync();
        world.Site["a"] = P("a", "alt/x");
        await world.ScanAsync();
        await world.Get<AgencyRegister>().DeregisterAsync(ScanWorld.Agency, Cancellation);
        await world.Get<OverviewBuilder>().RunAsync(Cancellation);
        Assert.Empty((await world.Get<IBlobs>().ReadOverviewAsync(Cancellation))!.Solutions);
        Assert.Empty((await world.Get<IBlobs>().ReadAgencyListAsync(Cancellation))!.Agencies);
        Assert.Equal(0, (await world.Get<IBlobs>().ReadStatisticsAsync(Cancellation))!.OpenFindings);
    }

    [Fact]
    public async Task Before_the_first_fold_there_is_nothing_to_read()
    {
        await using var world = new ScanWorld();
        Assert.Null(await world.Get<IBlobs>().ReadOverviewAsync(Cancellation));
        Assert.Null(await world.Get<IBlobs>().ReadAgencyListAsync(Cancellation));
        Assert.Null(await world.Get<IBlobs>().ReadStatisticsAsync(Cancellation));
    }

    /// <summary>A scan that audits its pages and whose last step fails for good.</summary>
    private static async Task<ScanRow> AbandonAsync(ScanWorld world)
    {
        world.Clock.Advance(TimeSpan.FromHours(1));
        ScanRow scan = await world.OrderAsync();
        while (world.Queues.TakeVisible() is { } message)
        {
            if (message.Queue == QueueNames.ScanSteps)
                await world.Get<PoisonHandler>().HandleAsync(message.Queue, message.Body, Cancellation);
            else if (message.Queue is not (QueueNames.RegistryChecks or QueueNames.Alerts))
                await world.DeliverAsync(message);
        }
        return await world.ScanAsync(scan.Id);
    }
}
