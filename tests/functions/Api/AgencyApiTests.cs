using System.Net;
using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Api;

public sealed class AgencyApiTests
{
    private static readonly string OwnPath = $"/api/v1/agencies/{TestHost.Own}";

    [Fact]
    public async Task A_supervisor_registers_an_agency_and_the_registries_are_asked()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        HttpResponseMessage response = await client.AskAsync(
            "POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Display, name = "Eksempel kommune", bodyType = "municipality", language = "nn" });

        JsonElement agency = await Task.FromResult(response).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(OwnPath, response.Headers.Location?.OriginalString);
        Assert.Equal(TestHost.Own.Value, agency.Text("orgNumber"));
        Assert.Equal("municipality", agency.Text("bodyType"));
        Assert.Equal("nn", agency.Text("language"));
        Assert.Equal(TestHost.Own, Assert.Single(host.Queues.Of<CheckAgencyMessage>()).Agency);
        Assert.Equal(response.Headers.ETag!.ToString(), await client.TagAsync(OwnPath));
    }

    [Fact]
    public async Task Registering_it_again_is_a_conflict_until_it_is_deregistered()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        await host.AgencyAsync(TestHost.Own);

        await client.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value }).ProblemAsync(409, "agencyExists");
        await client.AskAsync("DELETE", OwnPath, ifMatch: await client.TagAsync(OwnPath));

        JsonElement again = await client.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value }).JsonAsync(HttpStatusCode.Created);
        Assert.Equal(JsonValueKind.Null, again.GetProperty("deregisteredAt").ValueKind);
    }

    [Theory]
    [InlineData("123456789")]
    [InlineData("99988877")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_number_that_is_none_is_told_with_what_to_do(string? number)
    {
        await using TestHost host = await TestHost.StartAsync();

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync())
            .AskAsync("POST", "/api/v1/agencies", new { orgNumber = number }, language: "en").ProblemAsync(400, "invalid");

        Assert.Equal(["#/orgNumber"], problem.Pointers());
        Assert.Contains("brreg.no", problem.GetProperty("errors")[0].Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_too_long_is_refused()
    {
        await using TestHost host = await TestHost.StartAsync();

        JsonElement problem = await host.Client(await host.SupervisorKeyAsync())
            .AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Own.Value, name = new string('x', RegistrationLimits.NameCharacters + 1) })
            .ProblemAsync(400, "invalid");

        Assert.Equal(["#/name"], problem.Pointers());
    }

    [Fact]
    public async Task An_agency_sees_itself_alone_and_registers_nothing()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        await host.AgencyAsync(TestHost.Foreign);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        JsonElement list = await client.AskAsync("GET", "/api/v1/agencies").JsonAsync();

        Assert.Equal(TestHost.Own.Value, Assert.Single(list.Items()).Text("orgNumber"));
        await client.AskAsync("GET", OwnPath).JsonAsync();
        await client.AskAsync("GET", $"/api/v1/agencies/{TestHost.Foreign}").ProblemAsync(404, "notFound");
        await client.AskAsync("POST", "/api/v1/agencies", new { orgNumber = TestHost.Foreign.Value }).ProblemAsync(403, "forbidden");
        await client.AskAsync("PUT", OwnPath, new { name = "Nytt" }).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_change_names_the_version_it_was_made_to()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        string tag = await client.TagAsync(OwnPath);

        await client.AskAsync("PUT", OwnPath, new { name = "Nytt navn" }).ProblemAsync(428, "versionMissing");
        JsonElement changed = await client.AskAsync("PUT", OwnPath, new { name = "Nytt navn" }, tag).JsonAsync();
        await client.AskAsync("PUT", OwnPath, new { name = "Enda et" }, tag).ProblemAsync(412, "versionOutdated");
        await client.AskAsync("DELETE", OwnPath, ifMatch: tag).ProblemAsync(412, "versionOutdated");

        Assert.Equal("Nytt navn", changed.Text("name"));
    }

    [Fact]
    public async Task A_weak_version_is_none_to_write_by()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        await client.AskAsync("PUT", OwnPath, new { name = "Nytt" }, "W/" + await client.TagAsync(OwnPath)).ProblemAsync(412, "versionOutdated");
    }

    [Fact]
    public async Task What_the_client_has_is_not_sent_again()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());
        string tag = await client.TagAsync(OwnPath);
        client.DefaultRequestHeaders.TryAddWithoutValidation("If-None-Match", "\"other\", W/" + tag);

        HttpResponseMessage response = await client.AskAsync("GET", OwnPath);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal(tag, response.Headers.ETag?.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_deregistered_agency_leaves_the_list_and_changes_no_more()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        HttpResponseMessage response = await client.AskAsync("DELETE", OwnPath, ifMatch: await client.TagAsync(OwnPath));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty((await client.AskAsync("GET", "/api/v1/agencies").JsonAsync()).Items());
        JsonElement agency = await client.AskAsync("GET", OwnPath).JsonAsync();
        Assert.Equal(JsonValueKind.String, agency.GetProperty("deregisteredAt").ValueKind);
        await client.AskAsync("PUT", OwnPath, new { name = "Nytt" }).ProblemAsync(409, "agencyDeregistered");
        await client.AskAsync("POST", OwnPath + "/solutions", new { name = "Ny", url = "https://ny.example.no/" }).ProblemAsync(409, "agencyDeregistered");
        await client.AskAsync("POST", $"/api/v1/solutions/{solution.RowKey}/scans").ProblemAsync(409, "solutionDeregistered");
    }

    [Fact]
    public async Task An_agency_that_is_not_registered_is_not_found_anywhere()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        foreach (string path in new[] { "", "/contacts", "/compliance", "/findings", "/solutions" })
            await client.AskAsync("GET", OwnPath + path).ProblemAsync(404, "notFound");
        await client.AskAsync("POST", OwnPath + "/erase").ProblemAsync(404, "notFound");
        await client.AskAsync("DELETE", OwnPath).ProblemAsync(404, "notFound");
        await client.AskAsync("GET", "/api/v1/agencies/123").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task The_matrix_of_obligations_answers_for_every_row()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);

        JsonElement matrix = await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", OwnPath + "/compliance").JsonAsync();

        Assert.Equal("monitor.check/1", matrix.Text("schema"));
        Assert.Equal(TestHost.Own.Value, matrix.GetProperty("agency").Text("orgNumber"));
        Assert.NotEmpty(matrix.GetProperty("obligations").EnumerateArray());
    }
}
