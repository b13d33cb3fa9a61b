using System.Net;
using System.Text.Json;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Tests.Api;

public sealed class DeclarationApiTests
{
    private const string Overview = "1.3-overview";
    private static readonly string Path = $"/api/v1/agencies/{TestHost.Own}/declarations";
    private static readonly object Met = new { outcome = "met", link = "https://www.eksempel.no/oversikt" };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_an_agency_declares_stands_in_its_matrix()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        JsonElement declared = await client.AskAsync("PUT", $"{Path}/{Overview}", Met).JsonAsync();

        Assert.Equal(("met", "agency", "https://www.eksempel.no/oversikt"), (declared.Text("outcome"), declared.Text("role"), declared.Text("link")));
        Assert.Equal(TestHost.Start.AddYears(1), declared.GetProperty("countsUntil").GetDateTimeOffset());
        Assert.Equal(("declared", "met", null), await EntryAsync(client, Overview));
        Assert.Equal(declared.GetRawText(), (await client.AskAsync("GET", $"{Path}/{Overview}").JsonAsync()).GetRawText());
        Assert.Equal(declared.GetRawText(), Assert.Single((await client.AskAsync("GET", Path).JsonAsync()).Items()).GetRawText());
        host.Clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal(("none", "untested", "notDeclared"), await EntryAsync(client, Overview));
    }

    [Fact]
    public async Task Planned_is_not_met_with_its_date_and_not_relevant_does_not_apply()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        await client.AskAsync("PUT", $"{Path}/{Overview}", new { outcome = "planned", plannedFor = "2027-06-30" }).JsonAsync();
        await client.AskAsync("PUT", $"{Path}/1.12-cloud", new { outcome = "notRelevant", reason = "Vi har ingen systemer." }).JsonAsync();

        Assert.Equal(("declared", "notMet", "planned"), await EntryAsync(client, Overview));
        Assert.Contains("2027-06-30", (await client.AskAsync("GET", $"/api/v1/agencies/{TestHost.Own}/compliance").JsonAsync()).GetRawText(), StringComparison.Ordinal);
        Assert.Equal(("declared", "notApplicable", "notRelevant"), await EntryAsync(client, "1.12-cloud"));
    }

    [Fact]
    public async Task Replacing_a_declaration_names_its_version_and_keeps_the_former_one()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string path = $"{Path}/{Overview}";
        await client.AskAsync("PUT", path, Met, ifMatch: "\"x\"").ProblemAsync(412, "versionOutdated");
        string first = (await client.AskAsync("PUT", path, Met)).Headers.ETag!.ToString();
        Assert.Equal(first, await client.TagAsync(path));
        host.Clock.Advance(TimeSpan.FromDays(1));

        await client.AskAsync("PUT", path, new { outcome = "notMet" }).ProblemAsync(428, "versionMissing");
        Assert.Equal(HttpStatusCode.OK, (await client.AskAsync("PUT", path, new { outcome = "notMet" }, ifMatch: first)).StatusCode);
        await client.AskAsync("PUT", path, Met, ifMatch: first).ProblemAsync(412, "versionOutdated");

        Assert.Equal(("declared", "notMet", null), await EntryAsync(client, Overview));
        Assert.Equal("notMet", Assert.Single((await client.AskAsync("GET", Path).JsonAsync()).Items()).Text("outcome"));
        Assert.Equal([DeclaredOutcome.NotMet, DeclaredOutcome.Met], (await RowsAsync(host)).Select(r => r.Outcome));
    }

    [Fact]
    public async Task Of_two_first_declarations_the_one_that_came_first_stands()
    {
        await using TestHost host = await StateBodyAsync();
        DeclarationBook book = host.Get<DeclarationBook>();
        await book.DeclareAsync(TestHost.Own, Overview, new DeclarationRow { Outcome = DeclaredOutcome.Met }, null, Cancellation);
        host.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await book.DeclareAsync(TestHost.Own, Overview, new DeclarationRow { Outcome = DeclaredOutcome.NotMet }, null, Cancellation));

        Assert.Equal(DeclaredOutcome.Met, Assert.Single(await RowsAsync(host)).Outcome);
    }

    [Fact]
    public async Task What_is_wrong_with_a_declaration_is_told_at_once()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        (object Body, string[] Pointers)[] cases =
        [
            (new { link = "javascript:alert(1)" }, ["#/outcome", "#/link"]),
            (new { outcome = "met" }, ["#/link"]),
            (new { outcome = "planned" }, ["#/plannedFor"]),
            (new { outcome = "planned", plannedFor = "2026-11-24" }, ["#/plannedFor"]),
            (new { outcome = "notMet", plannedFor = "2027-06-30" }, ["#/plannedFor"]),
            (new { outcome = "notRelevant" }, ["#/reason"]),
            (new { outcome = "notMet", reason = new string('a', 401) }, ["#/reason"]),
        ];

        foreach ((object body, string[] pointers) in cases)
            Assert.Equal(pointers, (await client.AskAsync("PUT", $"{Path}/{Overview}", body).ProblemAsync(400, "invalid")).Pointers());
        Assert.Empty(await RowsAsync(host));
    }

    [Theory]
    [InlineData("1.3-data-catalogue")]
    [InlineData("nonsense")]
    [InlineData("%23")]
    public async Task Only_what_can_be_declared_is_declared_on(string obligation)
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        await client.AskAsync("PUT", $"{Path}/{obligation}", Met).ProblemAsync(404, "notFound");
        await client.AskAsync("GET", $"{Path}/{obligation}").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task A_declaration_counts_for_the_row_that_is_judged_the_same()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        JsonElement declared = await client.AskAsync("PUT", $"{Path}/1.6-mailbox", Met).JsonAsync();

        Assert.Equal("1.7-mailbox", declared.Text("obligation"));
        Assert.Equal(("declared", "met", null), await EntryAsync(client, "1.7-mailbox"));
        Assert.Equal(("declared", "met", null), await EntryAsync(client, "1.6-mailbox"));
    }

    [Fact]
    public async Task An_agency_declares_for_itself_alone_and_a_supervisor_for_all()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient foreign = host.Client(await host.AgencyKeyAsync(TestHost.Foreign));

        await foreign.AskAsync("PUT", $"{Path}/{Overview}", Met).ProblemAsync(404, "notFound");
        await foreign.AskAsync("GET", Path).ProblemAsync(404, "notFound");
        JsonElement declared = await host.Client(await host.SupervisorKeyAsync()).AskAsync("PUT", $"{Path}/{Overview}", Met).JsonAsync();

        Assert.Equal("supervisor", declared.Text("role"));
    }

    private static async Task<TestHost> StateBodyAsync()
    {
        TestHost host = await TestHost.StartAsync();
        AgencyRow agency = await host.AgencyAsync(TestHost.Own);
        await host.Table<AgencyRow>().PutAsync(agency with { BodyType = BodyType.State, RegistryStatus = RegistryStatus.Live }, Cancellation);
        return host;
    }

    private static async Task<(string, string, string?)> EntryAsync(HttpClient client, string id)
    {
        JsonElement matrix = await client.AskAsync("GET", $"/api/v1/agencies/{TestHost.Own}/compliance").JsonAsync();
        JsonElement entry = matrix.GetProperty("obligations").EnumerateArray().Single(o => o.Text("id") == id);
        return (entry.Text("basis"), entry.Text("outcome"), entry.GetProperty("reason").GetString());
    }

    private static async Task<List<DeclarationRow>> RowsAsync(TestHost host)
    {
        List<DeclarationRow> rows = [];
        await foreach (DeclarationRow row in host.Table<DeclarationRow>().ReadAsync(TestHost.Own.Value, "", Cancellation))
            rows.Add(row);
        return rows;
    }
}
