using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Web;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Starting;

public sealed class StartScanHandlerTests
{
    private static readonly SolutionId Solution = SolutionId.New(OrgNumber.Parse("991825827"));
    private readonly ScanId scan = ScanId.New(Solution, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<ScanRow> HandleAsync(ServiceProvider parts, TestSite site, int times = 1)
    {
        ITable<ScanRow> scans = parts.Get<ITable<ScanRow>>();
        await parts.Get<ITable<SolutionRow>>().PutAsync(
            new SolutionRow { PartitionKey = Solution.Agency.Value, RowKey = Solution.ToString(), Url = site.Url("/"), ActiveScan = scan.ToString() }, Cancellation);
        await scans.PutAsync(new ScanRow { PartitionKey = Solution.ToString(), RowKey = scan.ToString(), Url = site.Url("/") }, Cancellation);
        for (int i = 0; i < times; i++)
            await parts.Get<StartScanHandler>().HandleAsync(new StartScanMessage(scan), Cancellation);
        return (await scans.FindAsync(Solution.ToString(), scan.ToString(), Cancellation))!;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_site_that_cannot_be_reached_ends_the_scan_with_the_reason_however_often_it_is_told(int times)
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Status("/robots.txt", 500);
        await using ServiceProvider parts = WebParts.Create(site);

        ScanRow row = await HandleAsync(parts, site, times);

        Assert.Equal(ScanStatus.Failed, row.Status);
        Assert.Equal(ScanReasons.RobotsUnreachable, row.Reason);
        Assert.Equal(3, site.Requests.Count);
        Assert.Null((await parts.Get<ITable<SolutionRow>>().FindAsync(Solution.Agency.Value, Solution.ToString(), Cancellation))!.ActiveScan);
    }

    [Fact]
    public async Task A_crawl_that_is_not_done_passes_itself_on_with_a_delay()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        await using ServiceProvider parts = WebParts.Create(site, settings: new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "60" });

        ScanRow row = await HandleAsync(parts, site);

        Assert.Equal(ScanStatus.Running, row.Status);
        SentMessage sent = Assert.Single(parts.Get<MemoryQueues>().Sent);
        Assert.Equal(QueueNames.ScanRequests, sent.Queue);
        Assert.True(sent.VisibleAt > TimeProvider.System.GetUtcNow());
    }

    [Fact]
    public async Task Queued_pages_are_told_apart_by_the_hosts_delay()
    {
        await using TestSite site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a">A</a><a href="/b">B</a>""").Html("/a", "").Html("/b", "");
        await using ServiceProvider parts = WebParts.Create(site, settings: new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "0.01" });

        ScanRow row = await HandleAsync(parts, site);

        Assert.Equal(3, row.PagesSampled);
        DateTimeOffset[] visible = [.. parts.Get<MemoryQueues>().Sent.Where(m => m.Queue == QueueNames.PageAudits).Select(m => m.VisibleAt)];
        Assert.Equal(3, visible.Length);
        Assert.Equal(visible.Order(), visible);
        Assert.True(visible[2] - visible[0] >= TimeSpan.FromSeconds(0.02));
    }
}
