using System.Net;
using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Api;

public sealed class ScanApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ordering_a_scan_tells_where_to_follow_it()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        HttpResponseMessage response = await client.AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans");

        JsonElement scan = await Task.FromResult(response).JsonAsync(HttpStatusCode.Accepted);
        string path = response.Headers.Location!.OriginalString;
        Assert.Equal($"/api/v1/scans/{scan.Text("id")}", path);
        Assert.Equal("queued", scan.Text("status"));
        Assert.Equal(scan.Text("id"), Assert.Single(host.Queues.Of<StartScanMessage>()).Scan.ToString());
        Assert.Equal("queued", (await client.AskAsync("GET", path).JsonAsync()).Text("status"));
        Assert.Equal(48, scan.GetProperty("summary").GetProperty("criteriaInRegulation").GetInt32());
    }

    [Fact]
    public async Task Where_a_scan_runs_that_one_is_answered_with_and_the_quota_is_left_alone()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:ScansPerDay", "1")]);
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string path = $"/api/v1/solutions/{solution.RowKey}/scans";

        JsonElement first = await client.AskAsync("POST", path).JsonAsync(HttpStatusCode.Accepted);
        JsonElement second = await client.AskAsync("POST", path).JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal(first.Text("id"), second.Text("id"));
    }

    [Fact]
    public async Task An_agency_that_used_up_its_quota_waits_and_a_supervisor_does_not()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:ScansPerDay", "2")]);
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        string key = await host.AgencyKeyAsync(TestHost.Own), id = key.Split('_')[1], path = $"/api/v1/solutions/{solution.RowKey}/scans";
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-25), id);
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-20), id);
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-10), id);
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-1), "schedule");

        HttpResponseMessage refused = await host.Client(key).AskAsync("POST", path);

        await Task.FromResult(refused).ProblemAsync(429, "scanQuota");
        Assert.Equal(TimeSpan.FromHours(4), refused.Headers.RetryAfter?.Delta);
        await host.Client(await host.SupervisorKeyAsync()).AskAsync("POST", path).JsonAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task What_the_schedule_and_supervisors_order_uses_up_no_quota()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:ScansPerDay", "1")]);
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        string supervisor = await host.SupervisorKeyAsync();
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-2), "schedule");
        await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddHours(-1), supervisor.Split('_')[1]);

        await host.Client(await host.AgencyKeyAsync(TestHost.Own))
            .AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans").JsonAsync(HttpStatusCode.Accepted);
    }

    [Fact]
    public async Task With_a_quota_of_none_an_agency_orders_none()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Access:ScansPerDay", "0")]);
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);

        await host.Client(await host.AgencyKeyAsync(TestHost.Own))
            .AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans").ProblemAsync(429, "scanQuota");
    }

    [Fact]
    public async Task Scans_list_newest_first_page_by_page()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        List<string> expected = [];
        for (int day = 0; day < 5; day++)
            expected.Insert(0, (await host.ScanAsync(solution.Id, ScanStatus.Completed, TestHost.Start.AddDays(day))).RowKey);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        List<string> met = [];
        string? next = $"/api/v1/solutions/{solution.RowKey}/scans?limit=2";
        int pages = 0;
        while (next is not null)
        {
            HttpResponseMessage response = await client.AskAsync("GET", next);
            met.AddRange((await response.JsonAsync()).Items().Select(s => s.Text("id")));
            next = Next(response);
            pages++;
        }

        Assert.Equal(expected, met);
        Assert.Equal(3, pages);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=-1", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("continuationToken=nonsense", "continuationToken")]
    public async Task A_page_that_cannot_be_given_is_refused(string query, string member)
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Completed);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        foreach (string path in new[] { $"solutions/{solution.RowKey}/scans", $"scans/{scan.RowKey}/pages", $"scans/{scan.RowKey}/findings", "agencies" })
        {
            JsonElement problem = await client.AskAsync("GET", $"/api/v1/{path}?{query}").ProblemAsync(400, "invalid");
            Assert.Equal([member], problem.Pointers());
        }
    }

    [Fact]
    public async Task Only_a_supervisor_stops_a_scan()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());
        string id = (await supervisor.AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans").JsonAsync(HttpStatusCode.Accepted)).Text("id");

        await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("DELETE", $"/api/v1/scans/{id}").ProblemAsync(403, "forbidden");
        JsonElement stopped = await supervisor.AskAsync("DELETE", $"/api/v1/scans/{id}").JsonAsync(HttpStatusCode.Accepted);

        Assert.Equal("failed", stopped.Text("status"));
        Assert.Equal("stopped", stopped.Text("reason"));
        await supervisor.AskAsync("DELETE", $"/api/v1/scans/{ScanId.New(solution.Id, TestHost.Start)}").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task Pages_tell_both_looks_apart()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Running);
        string key = PageKey.For("https://www.eksempel.kommune.no/");
        await host.Table<PageRow>().PutAsync(Page(scan, key, PageStatus.Blocked, PageReasons.Throttled), Cancellation);
        await host.Table<PageRow>().PutAsync(Page(scan, PageKey.SecondLook(key), PageStatus.Queued, null), Cancellation);

        IReadOnlyList<JsonElement> pages = (await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", $"/api/v1/scans/{scan.RowKey}/pages").JsonAsync()).Items();

        Assert.Equal([1, 2], pages.Select(p => p.GetProperty("look").GetInt32()));
        Assert.Equal(["blocked", "queued"], pages.Select(p => p.Text("status")));
        Assert.Equal("throttled", pages[0].Text("reason"));
    }

    [Fact]
    public async Task A_scan_has_no_findings_before_it_has_ended_and_its_frozen_ones_after()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(solution.Id, ScanStatus.Running);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string path = $"/api/v1/scans/{scan.RowKey}/findings";
        await FreezeAsync(host, scan, findings: 3);

        Assert.Empty((await client.AskAsync("GET", path).JsonAsync()).Items());
        await host.Table<ScanRow>().PutAsync(scan with { Status = ScanStatus.Completed }, Cancellation);

        HttpResponseMessage first = await client.AskAsync("GET", path + "?limit=2");
        IReadOnlyList<JsonElement> items = (await first.JsonAsync()).Items();
        Assert.Equal(["f0", "f1"], items.Select(f => f.Text("fingerprint")));
        Assert.Equal("cantTell", items[1].Text("outcome"));
        HttpResponseMessage last = await client.AskAsync("GET", Next(first)!);
        Assert.Equal(["f2"], (await last.JsonAsync()).Items().Select(f => f.Text("fingerprint")));
        Assert.Null(Next(last));
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("[]", "[]")]
    [InlineData("[{\"check\":\"axe\",\"rule\":\"label\"}]", "[{\"check\":\"axe\",\"rule\":\"label\"}]")]
    public async Task The_figures_say_which_rules_only_random_pages_fail(string? stored, string told)
    {
        await using TestHost host = await TestHost.StartAsync();
        ScanRow scan = await host.ScanAsync((await host.SolutionAsync(TestHost.Own)).Id, ScanStatus.Completed);
        await host.Table<ScanRow>().PutAsync(scan with { OnlyAtRandomJson = stored }, Cancellation);

        JsonElement answer = await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", $"/api/v1/scans/{scan.RowKey}").JsonAsync();

        Assert.Equal(told, answer.GetProperty("summary").GetProperty("onlyAtRandom").GetRawText());
    }

    [Theory]
    [InlineData(ScanStatus.Failed, "failed", "noPages")]
    [InlineData(ScanStatus.Partial, "partial", "stopped")]
    [InlineData(ScanStatus.Running, "running", null)]
    public async Task An_empty_list_of_findings_says_how_the_scan_stands_so_that_it_is_never_read_as_clean(ScanStatus status, string told, string? reason)
    {
        await using TestHost host = await TestHost.StartAsync();
        ScanRow scan = await host.ScanAsync((await host.SolutionAsync(TestHost.Own)).Id, status);
        await host.Table<ScanRow>().PutAsync(scan with { Reason = reason, PagesAudited = 0 }, Cancellation);
        await FreezeAsync(host, scan, findings: 0);

        JsonElement list = await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", $"/api/v1/scans/{scan.RowKey}/findings").JsonAsync();

        Assert.Empty(list.Items());
        Assert.Equal((scan.RowKey, told, reason), (list.Text("scan"), list.Text("status"), list.GetProperty("reason").GetString()));
        JsonElement summary = list.GetProperty("summary");
        Assert.Equal((0, 3), (summary.GetProperty("pagesAudited").GetInt32(), summary.GetProperty("pagesSampled").GetInt32()));
    }

    [Fact]
    public async Task A_scan_of_another_agency_and_none_at_all_look_alike()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow foreign = await host.SolutionAsync(TestHost.Foreign), own = await host.SolutionAsync(TestHost.Own);
        ScanRow scan = await host.ScanAsync(foreign.Id, ScanStatus.Completed);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        // An agency's or a solution's id in a scan's place is none.
        foreach (string id in new[] { scan.RowKey, ScanId.New(own.Id, TestHost.Start).ToString(), "nonsense", TestHost.Own.Value, own.RowKey })
        {
            foreach (string part in new[] { "", "/pages", "/findings" })
                await client.AskAsync("GET", $"/api/v1/scans/{id}{part}").ProblemAsync(404, "notFound");
        }
    }

    private static string? Next(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Link", out IEnumerable<string>? links) ? links.Single().Split('<', '>')[1] : null;

    private static PageRow Page(ScanRow scan, string key, PageStatus status, string? reason) => new()
    {
        PartitionKey = scan.RowKey,
        RowKey = key,
        Url = "https://www.eksempel.kommune.no/",
        Status = status,
        Reason = reason,
    };

    private static Task FreezeAsync(TestHost host, ScanRow scan, int findings)
    {
        var result = new ScanResult(
            ScanResult.SchemaId,
            new ScanResultSolution(scan.Url),
            new ScanResultScan(scan.RowKey, TestHost.Start, TestHost.Start, ScanStatus.Completed, null, scan.Regulation, [], null, 1, 3),
            [],
            [.. Enumerable.Range(0, findings).Select(i => new ScanResultFinding(
                $"f{i}", "axe", "image-alt", i == 1 ? Outcome.CantTell : Outcome.Failed, ["1.1.1"], "critical", "Images must have alternative text", []))],
            [],
            new ScanResultSummary(3, findings, 0, 1, 31, 48));
        return host.Blobs.WriteAsync(
            ScanBlobs.ResultOf(scan.Id), BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(result, MonitorJson.Options)), "application/json", Cancellation);
    }
}
