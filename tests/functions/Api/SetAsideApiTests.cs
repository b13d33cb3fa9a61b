using System.Net;
using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;

namespace Monitor.Functions.Tests.Api;

public sealed class SetAsideApiTests
{
    private static readonly object Wish = new { reason = "plannedRepair", comment = "Ny mal i mars", until = TestHost.Start.AddDays(90) };

    [Fact]
    public async Task A_supervisor_sets_a_finding_aside_and_its_state_stays()
    {
        await using TestHost host = await TestHost.StartAsync();
        (SolutionRow solution, string path) = await FindingAsync(host);
        string key = await host.SupervisorKeyAsync();

        JsonElement finding = await host.Client(key).AskAsync("PUT", path, Wish).JsonAsync();

        Assert.Equal("new", finding.Text("state"));
        JsonElement setAside = finding.GetProperty("setAside");
        Assert.Equal("plannedRepair", setAside.Text("reason"));
        Assert.Equal("Ny mal i mars", setAside.Text("comment"));
        Assert.Equal(key.Split('_')[1], setAside.Text("by"));
        host.Clock.Advance(TimeSpan.FromDays(90));
        JsonElement later = await host.Client(key).AskAsync("GET", FindingApiTests.Path(solution, "a")).JsonAsync();
        Assert.Equal(JsonValueKind.Null, later.GetProperty("setAside").ValueKind);
    }

    [Fact]
    public async Task A_decision_that_replaces_another_names_the_version_it_was_made_to()
    {
        await using TestHost host = await TestHost.StartAsync();
        (SolutionRow solution, string path) = await FindingAsync(host);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        string before = await client.TagAsync(FindingApiTests.Path(solution, "a"));
        await client.AskAsync("PUT", path, Wish, before).JsonAsync();

        await client.AskAsync("PUT", path, Wish).ProblemAsync(428, "versionMissing");
        await client.AskAsync("PUT", path, Wish, before).ProblemAsync(412, "versionOutdated");
        await client.AskAsync("DELETE", path).ProblemAsync(428, "versionMissing");
        await client.AskAsync("DELETE", path, ifMatch: before).ProblemAsync(412, "versionOutdated");

        string standing = await client.TagAsync(FindingApiTests.Path(solution, "a"));
        Assert.Equal(HttpStatusCode.NoContent, (await client.AskAsync("DELETE", path, ifMatch: standing)).StatusCode);
        await client.AskAsync("DELETE", path, ifMatch: standing).ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task The_language_it_was_read_in_makes_no_other_version()
    {
        await using TestHost host = await TestHost.StartAsync();
        (SolutionRow solution, string path) = await FindingAsync(host);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        HttpResponseMessage english = await client.AskAsync("GET", FindingApiTests.Path(solution, "a"), language: "en");
        HttpResponseMessage bokmal = await client.AskAsync("GET", FindingApiTests.Path(solution, "a"), language: "nb");
        Assert.NotEqual(english.Headers.ETag, bokmal.Headers.ETag);

        await client.AskAsync("PUT", path, Wish, english.Headers.ETag!.ToString(), language: "nb").JsonAsync();
    }

    [Fact]
    public async Task What_is_missing_or_out_of_bounds_is_told_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        (_, string path) = await FindingAsync(host);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        JsonElement nothing = await client.AskAsync("PUT", path, new { }).ProblemAsync(400, "invalid");
        JsonElement past = await client.AskAsync("PUT", path, new { reason = "falsePositive", comment = "x", until = TestHost.Start }).ProblemAsync(400, "invalid");
        JsonElement far = await client.AskAsync("PUT", path, new { reason = "falsePositive", comment = "x", until = TestHost.Start.AddYears(3) }).ProblemAsync(400, "invalid");

        Assert.Equal(["#/reason", "#/comment", "#/until"], nothing.Pointers());
        Assert.Equal(["#/until"], past.Pointers());
        Assert.Equal(["#/until"], far.Pointers());
    }

    [Fact]
    public async Task An_agency_asks_and_a_supervisor_who_accepts_sets_it_aside()
    {
        await using TestHost host = await TestHost.StartAsync();
        (SolutionRow solution, string path) = await FindingAsync(host);
        HttpClient agency = host.Client(await host.AgencyKeyAsync(TestHost.Own)), supervisor = host.Client(await host.SupervisorKeyAsync());

        Assert.Equal(HttpStatusCode.Accepted, (await agency.AskAsync("PUT", path, Wish)).StatusCode);
        await agency.AskAsync("PUT", path, Wish).ProblemAsync(409, "askedAlready");
        JsonElement untouched = await agency.AskAsync("GET", FindingApiTests.Path(solution, "a")).JsonAsync();
        Assert.Equal(JsonValueKind.Null, untouched.GetProperty("setAside").ValueKind);

        JsonElement task = Assert.Single((await supervisor.AskAsync("GET", "/api/v1/tasks?state=open").JsonAsync()).Items());
        Assert.Equal("setAside", task.Text("kind"));
        Assert.Equal(TestHost.Own.Value, task.Text("orgNumber"));
        Assert.Equal("Ny mal i mars", task.GetProperty("detail").Text("comment"));
        JsonElement accepted = await supervisor.AskAsync("POST", $"/api/v1/tasks/{task.Text("id")}/accept").JsonAsync();

        Assert.Equal("accepted", accepted.Text("state"));
        JsonElement finding = await agency.AskAsync("GET", FindingApiTests.Path(solution, "a")).JsonAsync();
        Assert.Equal("plannedRepair", finding.GetProperty("setAside").Text("reason"));
    }

    [Fact]
    public async Task An_agency_takes_nothing_in_again_by_itself()
    {
        await using TestHost host = await TestHost.StartAsync();
        (_, string path) = await FindingAsync(host);
        await host.Client(await host.SupervisorKeyAsync()).AskAsync("PUT", path, Wish).JsonAsync();

        await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("DELETE", path, ifMatch: "*").ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_finding_of_another_agency_is_not_there_to_be_set_aside()
    {
        await using TestHost host = await TestHost.StartAsync();
        (_, string path) = await FindingAsync(host);

        await host.Client(await host.AgencyKeyAsync(TestHost.Foreign)).AskAsync("PUT", path, Wish).ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task Who_set_it_aside_is_on_record()
    {
        await using TestHost host = await TestHost.StartAsync();
        (SolutionRow solution, string path) = await FindingAsync(host);
        string key = await host.SupervisorKeyAsync();

        await host.Client(key).AskAsync("PUT", path, Wish).JsonAsync();

        List<AuditRow> deeds = [];
        await foreach (AuditRow row in host.Get<AuditLog>().ReadAsync(DateOnly.FromDateTime(TestHost.Start.Date), TestContext.Current.CancellationToken))
            deeds.Add(row);
        AuditRow deed = Assert.Single(deeds);
        Assert.Equal(("finding.setAside", key.Split('_')[1], FindingRow.KeyOf(solution.Id, "a")), (deed.Action, deed.Who, deed.Subject));
    }

    private static async Task<(SolutionRow Solution, string Path)> FindingAsync(TestHost host)
    {
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        await host.FindingAsync(solution.Id, "a");
        return (solution, FindingApiTests.Path(solution, "a") + "/set-aside");
    }
}
