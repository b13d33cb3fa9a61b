using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Web.Robots;
using Monitor.Crawlers.Web.Starting;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;
using Xunit;

namespace Monitor.Crawlers.Tests.Web.Starting;

public sealed class ScanStartTests : IAsyncLifetime
{
    private static readonly SolutionId Solution = SolutionId.New(OrgNumber.Parse("991825827"));
    private readonly ScanId scan = ScanId.New(Solution, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private TestSite site = null!;
    private ServiceProvider parts = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await TestSite.StartAsync(Cancellation);
        site.Html("/", """<a href="/a">A</a><a href="/kontakt">Kontakt</a>""").Html("/a", "").Html("/kontakt", "");
        parts = WebParts.Create(site);
        await InitializeTablesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        await site.DisposeAsync();
    }

    private ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => parts.Get<ITable<TRow>>();

    private Task<StartResult> RunAsync() => parts.Get<ScanStart>().RunAsync(scan, Cancellation);

    private Task<TRow?> ChangeAsync<TRow>(string partition, string row, Func<TRow, TRow> change) where TRow : Row, IStoredRow, new() =>
        Table<TRow>().UpdateAsync(partition, row, change, Cancellation);

    private async Task<ScanRow> ScanAsync() => (await Table<ScanRow>().FindAsync(Solution.ToString(), scan.ToString(), Cancellation))!;

    private async Task<Sample> SampleAsync() =>
        JsonSerializer.Deserialize<Sample>((await parts.Get<IBlobs>().ReadAsync($"scans/{scan}/sample.json", Cancellation))!, MonitorJson.Options)!;

    private async Task<PageRow[]> PagesAsync()
    {
        List<PageRow> rows = [];
        await foreach (PageRow row in Table<PageRow>().ReadAsync(scan.ToString(), "", Cancellation))
            rows.Add(row);
        return [.. rows];
    }

    [Fact]
    public async Task A_scan_gets_its_sample_a_row_and_a_message_a_page()
    {
        Assert.Equal(StartResultKind.Sampled, (await RunAsync()).Kind);

        ScanRow row = await ScanAsync();
        Assert.Equal(ScanStatus.Running, row.Status);
        Assert.NotNull(row.StartedAt);
        Assert.Equal(2, row.PagesSampled);
        Sample sample = await SampleAsync();
        Assert.Equal([new(site.Url("/"), PageKind.Start), new(site.Url("/kontakt"), PageKind.Contact)], sample.Pages);
        Assert.Equal(row.Seed, sample.Seed);
        PageRow[] pages = await PagesAsync();
        Assert.All(pages, p => Assert.Equal(PageStatus.Queued, p.Status));
        Assert.Equal(sample.Pages.Select(p => PageKey.For(p.Url)).Order(), pages.Select(p => p.RowKey).Order());
        Assert.Equal(pages.Select(p => p.RowKey).Order(), parts.Get<MemoryQueues>().Of<AuditPageMessage>().Select(m => m.Page).Order());
    }

    [Fact]
    public async Task The_robots_txt_that_the_crawl_met_is_kept_for_the_page_loads()
    {
        site.Text("/robots.txt", "User-agent: *\nDisallow: /privat");

        await RunAsync();

        SiteRobots kept = (await SiteRobots.ReadAsync(parts.Get<IBlobs>(), scan, Cancellation))!;
        Assert.False(kept.Allows(new Uri(site.Url("/privat"))));
        Assert.True(kept.Allows(new Uri(site.Url("/a"))));
    }

    [Fact]
    public async Task The_same_message_again_draws_nothing_new_and_queues_only_what_is_not_done()
    {
        await RunAsync();
        Sample first = await SampleAsync();
        int requests = site.Requests.Count;
        string done = PageKey.For(site.Url("/"));
        await ChangeAsync<PageRow>(scan.ToString(), done, r => r with { Status = PageStatus.Audited });
        await ChangeAsync<ScanRow>(Solution.ToString(), scan.ToString(), r => r with { PagesSampled = 3 });
        site.Html("/", "");

        Assert.Equal(StartResultKind.Sampled, (await RunAsync()).Kind);

        Assert.Equal(first.Pages, (await SampleAsync()).Pages);
        Assert.Equal(requests, site.Requests.Count);
        Assert.Equal(2, (await PagesAsync()).Length);
        Assert.Equal(3, (await ScanAsync()).PagesSampled);
        Assert.Single(parts.Get<MemoryQueues>().Of<AuditPageMessage>(), m => m.Page == done);
        Assert.Equal(3, parts.Get<MemoryQueues>().Of<AuditPageMessage>().Count);
    }

    [Fact]
    public async Task A_seed_that_the_order_gave_is_kept()
    {
        await ChangeAsync<ScanRow>(Solution.ToString(), scan.ToString(), r => r with { Seed = 42 });
        await RunAsync();
        Assert.Equal(42, (await SampleAsync()).Seed);
    }

    [Fact]
    public async Task A_start_page_that_cannot_be_had_fails_the_scan_with_its_reason()
    {
        site.Status("/", 403);
        Assert.Equal(StartResult.Failed(PageReasons.Refused), await RunAsync());
        Assert.Empty(await PagesAsync());
        // The next delivery tells the same without asking the site again.
        int requests = site.Requests.Count;
        Assert.Equal(StartResult.Failed(PageReasons.Refused), await RunAsync());
        Assert.Equal(requests, site.Requests.Count);
    }

    [Fact]
    public async Task Robots_txt_is_obeyed_unless_a_person_decided_otherwise_for_the_solution()
    {
        site.Text("/robots.txt", "User-agent: *\nDisallow: /");
        Assert.Equal(StartResult.Failed(ScanReasons.RobotsDisallowed), await RunAsync());

        await parts.Get<IBlobs>().DeleteAsync($"scans/{scan}/frontier.json", Cancellation);
        await ChangeAsync<SolutionRow>(Solution.Agency.Value, Solution.ToString(), r => r with { RobotsOverrideReason = "Avtalt", RobotsOverrideBy = "key" });
        Assert.Equal(StartResultKind.Sampled, (await RunAsync()).Kind);
    }

    [Theory]
    [InlineData(ScanStatus.Completed)]
    [InlineData(ScanStatus.Partial)]
    [InlineData(ScanStatus.Failed)]
    public async Task A_scan_that_has_ended_is_left_alone(ScanStatus status)
    {
        await ChangeAsync<ScanRow>(Solution.ToString(), scan.ToString(), r => r with { Status = status });
        Assert.Equal(StartResultKind.Nothing, (await RunAsync()).Kind);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_scan_that_nobody_ordered_is_none() =>
        Assert.Equal(StartResultKind.Nothing, (await parts.Get<ScanStart>().RunAsync(ScanId.New(Solution, DateTimeOffset.UnixEpoch), Cancellation)).Kind);

    [Fact]
    public async Task A_scan_that_was_stopped_first_fetches_nothing()
    {
        await ChangeAsync<ScanRow>(Solution.ToString(), scan.ToString(), r => r with { StopRequested = true });
        Assert.Equal(StartResult.Failed(ScanReasons.Stopped), await RunAsync());
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_solution_or_agency_that_was_deregistered_is_not_scanned()
    {
        await Table<AgencyRow>().PutAsync(
            new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = Solution.Agency.Value, DeregisteredAt = DateTimeOffset.UnixEpoch }, Cancellation);
        Assert.Equal(StartResult.Failed(ScanReasons.Deregistered), await RunAsync());

        await Table<AgencyRow>().DeleteAsync(AgencyRow.Partition, Solution.Agency.Value, Cancellation);
        await ChangeAsync<SolutionRow>(Solution.Agency.Value, Solution.ToString(), r => r with { DeregisteredAt = DateTimeOffset.UnixEpoch });
        Assert.Equal(StartResult.Failed(ScanReasons.Deregistered), await RunAsync());
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_slice_that_is_over_saves_the_frontier_and_the_next_goes_on_from_it()
    {
        await parts.DisposeAsync();
        parts = WebParts.Create(site, settings: new Dictionary<string, string?> { ["Monitor:Scans:HostDelaySeconds"] = "60" });
        await InitializeTablesAsync();

        StartResult result = await RunAsync();

        Assert.Equal(StartResultKind.Unfinished, result.Kind);
        Assert.InRange(result.Wait, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Single(site.Requests);
        Assert.Contains("\"requests\":1", (await parts.Get<IBlobs>().ReadAsync($"scans/{scan}/frontier.json", Cancellation))!.ToString());
        Assert.Equal(StartResultKind.Unfinished, (await RunAsync()).Kind);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task Pages_that_carry_a_finding_not_yet_over_are_looked_at_again()
    {
        await FindingAsync("open", FindingState.Persisting, "/a", "/b");
        await FindingAsync("unconfirmed", FindingState.Unconfirmed, "/b");
        await FindingAsync("fixed", FindingState.Fixed, "/c");

        Assert.Equal([site.Url("/b"), site.Url("/a")], (await parts.Get<FollowUpPages>().ReadAsync(Solution, Cancellation)).Select(p => p.Url));
        await RunAsync();
        Assert.Equal(2, (await SampleAsync()).Pages.Count(p => p.Kind == PageKind.FollowUp));
    }

    [Fact]
    public async Task The_typed_pages_of_the_last_scan_stay()
    {
        ScanId last = ScanId.New(Solution, new DateTimeOffset(2026, 11, 17, 12, 0, 0, TimeSpan.Zero));
        await parts.Get<IBlobs>().TryCreateJsonAsync(ScanBlobs.SampleOf(last), new Sample(1, [new SamplePage(site.Url("/a"), PageKind.Contact)], [], 2), Cancellation);
        await ChangeAsync<SolutionRow>(Solution.Agency.Value, Solution.ToString(), r => r with { LastScan = last.ToString() });

        await RunAsync();

        Assert.Contains(new SamplePage(site.Url("/a"), PageKind.Contact), (await SampleAsync()).Pages);
    }

    [Fact]
    public async Task What_carries_a_finding_of_documents_is_looked_at_again_as_a_document()
    {
        await FindingAsync("side", FindingState.Persisting, "/a");
        await FindingAsync("dokument", FindingState.Persisting, "/vedtak");
        await ChangeAsync<FindingRow>(Solution.Agency.Value, FindingRow.KeyOf(Solution, "dokument"), f => f with { Check = CheckIds.Documents });

        await RunAsync();

        PageRow[] rows = await PagesAsync();
        Assert.Equal(PageKind.Document, rows.Single(p => p.Url == site.Url("/vedtak")).Kind);
        Assert.Equal(PageKind.FollowUp, rows.Single(p => p.Url == site.Url("/a")).Kind);
    }

    [Fact]
    public async Task Pages_that_together_carry_every_finding_come_before_those_that_carry_more_of_the_same()
    {
        foreach (string fingerprint in (string[])["1", "2", "3"])
            await FindingAsync(fingerprint, FindingState.Persisting, "/a", "/b");
        await FindingAsync("4", FindingState.Persisting, "/c");

        Assert.Equal([site.Url("/a"), site.Url("/c"), site.Url("/b")], (await parts.Get<FollowUpPages>().ReadAsync(Solution, Cancellation)).Select(p => p.Url));
    }

    private async Task InitializeTablesAsync()
    {
        await Table<SolutionRow>().PutAsync(new SolutionRow { PartitionKey = Solution.Agency.Value, RowKey = Solution.ToString(), Url = site.Url("/"), MaxPages = 2 }, Cancellation);
        await Table<ScanRow>().PutAsync(new ScanRow { PartitionKey = Solution.ToString(), RowKey = scan.ToString(), Url = site.Url("/"), Seed = 7 }, Cancellation);
    }

    private async Task FindingAsync(string fingerprint, FindingState state, params string[] paths)
    {
        await Table<FindingRow>().PutAsync(
            new FindingRow { PartitionKey = Solution.Agency.Value, RowKey = FindingRow.KeyOf(Solution, fingerprint), State = state }, Cancellation);
        foreach (string path in paths)
        {
            await Table<OccurrenceRow>().PutAsync(new OccurrenceRow
            {
                PartitionKey = OccurrenceRow.PartitionOf(Solution, fingerprint),
                RowKey = PageKey.For(site.Url(path)),
                Url = site.Url(path),
            }, Cancellation);
        }
    }
}
