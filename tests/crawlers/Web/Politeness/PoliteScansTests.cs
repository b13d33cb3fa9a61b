using Monitor.Crawlers.Web.Politeness;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Politeness;

/// <summary>Several scans of the same hosts at once, through the real handlers, with several workers and every message delivered twice.</summary>
public sealed class PoliteScansTests
{
    [Fact]
    public async Task No_domain_or_address_ever_sees_two_requests_at_once_or_sooner_than_its_delay()
    {
        await using var world = await PoliteWorld.StartAsync(TestContext.Current.CancellationToken);
        // One domain on two servers, and a second domain on one of these: all of it is one queue.
        await world.OrderAsync("www.eksempelvik.kommune.no", 0);
        await world.OrderAsync("www.eksempelvik.kommune.no", 0);
        await world.OrderAsync("skole.eksempelvik.kommune.no", 1);
        await world.OrderAsync("www.nabovik.kommune.no", 1);
        await world.OrderAsync("www.nabovik.kommune.no", 1);
        await world.OrderAsync("www.alene.no", 2);

        await world.RunAsync(workers: 6);

        Assert.All(await world.ScansAsync(), s => Assert.Equal((ScanStatus.Completed, null, PoliteWorld.Pages), (s.Status, s.Reason, s.PagesAudited)));
        Assert.Contains(world.Visits, v => v.SecondLook);
        Assert.Equal(["alene.no", "eksempelvik.kommune.no", "nabovik.kommune.no"], world.Visits.Select(v => v.Domain).Distinct().Order(StringComparer.Ordinal));
        foreach (IGrouping<string, Visit> shared in world.Visits.GroupBy(v => v.Domain).Concat(world.Visits.GroupBy(v => v.Address)))
        {
            DateTimeOffset[] at = [.. shared.Select(v => v.At)];
            Assert.All(at.Zip(at.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, PoliteWorld.Delay, TimeSpan.MaxValue));
        }
        Assert.Equal(4, world.Visits.Count(v => v.Path == "/robots.txt"));
    }

    [Fact]
    public async Task A_host_that_fails_five_times_in_a_row_is_left_alone_until_it_has_rested_and_no_scan_of_it_passes_for_measured()
    {
        await using var world = await PoliteWorld.StartAsync(TestContext.Current.CancellationToken);
        world.Fails = visit => visit.ByBrowser;
        await world.OrderAsync("www.eksempelvik.kommune.no", 0);
        await world.RunAsync(workers: 2);
        int visits = world.Visits.Count;
        Assert.Equal(HostHealth.FailuresThatOpen, world.Visits.Count(v => v.ByBrowser));

        await world.OrderAsync("www.eksempelvik.kommune.no", 0);
        await world.RunAsync(workers: 2);
        Assert.Equal(visits, world.Visits.Count);

        world.Fails = _ => false;
        await world.OrderAsync("www.eksempelvik.kommune.no", 0, after: TimeSpan.FromHours(1));
        await world.RunAsync(workers: 2);

        ScanRow[] scans = await world.ScansAsync();
        Assert.Equal((ScanStatus.Failed, ScanReasons.Blocked), (scans[0].Status, scans[0].Reason));
        Assert.Equal((ScanStatus.Failed, ScanReasons.Blocked), (scans[1].Status, scans[1].Reason));
        Assert.Equal((ScanStatus.Completed, null), (scans[2].Status, scans[2].Reason));
        PageRow[] pages = await world.PagesAsync(scans[0].Id);
        Assert.Equal([PageReasons.Blocked, .. Enumerable.Repeat(PageReasons.ServerError, 5)], pages.Select(p => p.Reason).Order(StringComparer.Ordinal));
        Assert.Equal(PageStatus.Blocked, pages.Single(p => p.Reason == PageReasons.Blocked).Status);
    }
}
