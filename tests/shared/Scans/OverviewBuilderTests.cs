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
}
