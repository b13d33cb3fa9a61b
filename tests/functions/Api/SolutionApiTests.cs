using System.Net;
using System.Text.Json;
using Monitor.Shared.Agencies;

namespace Monitor.Functions.Tests.Api;

public sealed class SolutionApiTests
{
    private static readonly string OwnPath = $"/api/v1/agencies/{TestHost.Own}/solutions";

    [Fact]
    public async Task A_supervisor_registers_a_solution_and_its_agency_reads_it()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        HttpResponseMessage response = await client.AskAsync("POST", OwnPath, new { name = "Nettsted", url = "https://WWW.Eksempel.no" });

        JsonElement solution = await Task.FromResult(response).JsonAsync(HttpStatusCode.Created);
        string path = response.Headers.Location!.OriginalString;
        Assert.Equal($"/api/v1/solutions/{solution.Text("id")}", path);
        Assert.Equal("https://www.eksempel.no/", solution.Text("url"));
        Assert.Equal("no-public-2024", solution.Text("regulation"));
        Assert.Equal(30, solution.GetProperty("maxPages").GetInt32());
        Assert.Equal(TestHost.Start, solution.GetProperty("nextDueAt").GetDateTimeOffset());

        HttpClient agency = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        Assert.Equal(solution.Text("id"), (await agency.AskAsync("GET", path).JsonAsync()).Text("id"));
        Assert.Single((await agency.AskAsync("GET", OwnPath).JsonAsync()).Items());
        await agency.AskAsync("POST", OwnPath, new { name = "Ny", url = "https://ny.eksempel.no/" }).ProblemAsync(403, "forbidden");
    }

    [Theory]
    [InlineData("http://127.0.0.1/")]
    [InlineData("http://localhost/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("https://intranett/")]
    [InlineData("https://user:secret@www.eksempel.no/")]
    [InlineData("https://www.eksempel.no:25/")]
    [InlineData("ftp://www.eksempel.no/")]
    [InlineData("www.eksempel.no")]
    [InlineData("")]
    [InlineData(null)]
    public async Task An_address_that_may_not_be_scanned_is_refused_and_no_more_is_said(string? url)
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync())
            .AskAsync("POST", OwnPath, new { name = "Nettsted", url }, language: "en").ProblemAsync(400, "invalid");

        JsonElement error = Assert.Single(problem.GetProperty("errors").EnumerateArray());
        Assert.Equal("addressNotAllowed", error.Text("code"));
        Assert.Equal("The address is not allowed.", error.Text("detail"));
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync()).AskAsync(
            "POST", OwnPath, new { url = "https://www.eksempel.no/", scopePath = "x", regulation = "none", maxPages = 0, intervalHours = 100_000 })
            .ProblemAsync(400, "invalid");

        Assert.Equal(["#/intervalHours", "#/maxPages", "#/name", "#/regulation", "#/scopePath"], problem.Pointers().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_reason_longer_than_storage_takes_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync()).AskAsync(
            "POST", OwnPath, new { name = "Nettsted", url = "https://www.eksempel.no/", robotsOverrideReason = new string('x', 40_000) }).ProblemAsync(400, "invalid");

        Assert.Equal(["#/robotsOverrideReason"], problem.Pointers());
    }

    [Fact]
    public async Task The_same_address_twice_is_a_conflict()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        await client.AskAsync("POST", OwnPath, new { name = "Nettsted", url = "https://www.eksempel.no/" }).JsonAsync(HttpStatusCode.Created);

        await client.AskAsync("POST", OwnPath, new { name = "Samme", url = "https://www.eksempel.no" }).ProblemAsync(409, "solutionExists");
    }

    [Fact]
    public async Task A_supervisor_pauses_a_solution_and_overrides_robots_txt_by_name()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow row = await host.SolutionAsync(TestHost.Own);
        string key = await host.SupervisorKeyAsync(), path = $"/api/v1/solutions/{row.RowKey}";
        HttpClient client = host.Client(key);
        string tag = await client.TagAsync(path);
        var change = new { name = row.Name, url = row.Url, paused = true, robotsOverrideReason = "Avtalt med eieren" };

        await client.AskAsync("PUT", path, change).ProblemAsync(428, "versionMissing");
        JsonElement changed = await client.AskAsync("PUT", path, change, tag).JsonAsync();
        await client.AskAsync("PUT", path, change, tag).ProblemAsync(412, "versionOutdated");

        Assert.True(changed.GetProperty("paused").GetBoolean());
        Assert.Equal("Avtalt med eieren", changed.GetProperty("robotsOverride").Text("reason"));
        Assert.Equal(key.Split('_')[1], changed.GetProperty("robotsOverride").Text("by"));
    }

    [Fact]
    public async Task A_deregistered_solution_leaves_the_list_and_stays_readable()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow row = await host.SolutionAsync(TestHost.Own);
        string path = $"/api/v1/solutions/{row.RowKey}";
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await client.AskAsync("DELETE", path, ifMatch: await client.TagAsync(path))).StatusCode);

        Assert.Empty((await client.AskAsync("GET", OwnPath).JsonAsync()).Items());
        Assert.Equal(JsonValueKind.String, (await client.AskAsync("GET", path).JsonAsync()).GetProperty("deregisteredAt").ValueKind);
        await client.AskAsync("PUT", path, new { name = "Nytt", url = row.Url }, await client.TagAsync(path)).ProblemAsync(409, "solutionDeregistered");
        await client.AskAsync("POST", path + "/scans").ProblemAsync(409, "solutionDeregistered");
    }

    [Fact]
    public async Task A_solution_of_another_agency_and_none_at_all_look_alike()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow foreign = await host.SolutionAsync(TestHost.Foreign);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        foreach (string id in new[] { foreign.RowKey, $"{TestHost.Foreign}-aaaaaaaa", $"{TestHost.Own}-aaaaaaaa", "nonsense" })
        {
            await client.AskAsync("GET", $"/api/v1/solutions/{id}").ProblemAsync(404, "notFound");
            await client.AskAsync("GET", $"/api/v1/solutions/{id}/scans").ProblemAsync(404, "notFound");
            await client.AskAsync("POST", $"/api/v1/solutions/{id}/scans").ProblemAsync(404, "notFound");
        }
    }
}
