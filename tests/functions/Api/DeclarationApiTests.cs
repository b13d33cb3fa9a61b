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
    public async Task What_was_declared_before_is_read_newest_first_and_page_by_page()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        string path = $"{Path}/1.6-mailbox";
        Assert.Empty((await client.AskAsync("GET", path + "/history").JsonAsync()).Items());
        await client.AskAsync("PUT", path, new { outcome = "notMet", responsibleRole = " Digitaliseringsdirektør " }).JsonAsync();
        host.Clock.Advance(TimeSpan.FromDays(400));
        await client.AskAsync("PUT", path, Met, ifMatch: "*").JsonAsync();

        HttpResponseMessage first = await client.AskAsync("GET", path + "/history?limit=1");
        string next = first.Headers.GetValues("Link").Single().Split('<', '>')[1];
        JsonElement newest = Assert.Single((await first.JsonAsync()).Items()), older = Assert.Single((await client.AskAsync("GET", next).JsonAsync()).Items());

        Assert.Equal(("met", null), (newest.Text("outcome"), newest.GetProperty("responsibleRole").GetString()));
        Assert.Equal(("1.7-mailbox", "notMet", "Digitaliseringsdirektør"), (older.Text("obligation"), older.Text("outcome"), older.Text("responsibleRole")));
        Assert.True(older.GetProperty("countsUntil").GetDateTimeOffset() < host.Clock.GetUtcNow());
        await client.AskAsync("GET", $"{Path}/1.3-data-catalogue/history").ProblemAsync(404, "notFound");
        HttpClient foreign = host.Client(await host.AgencyKeyAsync(TestHost.Foreign));
        await foreign.AskAsync("GET", path + "/history").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task What_was_observed_before_is_read_in_the_language_asked_for()
    {
        await using TestHost host = await StateBodyAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        var recorder = host.Get<ComplianceRecorder>();
        var fact = new Evidence("Kilde", "A fact", null) { Texts = new("Et faktum", "Eit faktum", "A fact") };
        await recorder.RecordAsync(TestHost.Own, "1.3-data-catalogue", ObligationResult.CantTell(ObligationReasons.NoneRegistered, fact), Cancellation);
        host.Clock.Advance(TimeSpan.FromDays(1));
        await recorder.RecordAsync(TestHost.Own, "1.3-data-catalogue", ObligationResult.Met(fact), Cancellation);
        string path = $"/api/v1/agencies/{TestHost.Own}/compliance/";

        IReadOnlyList<JsonElement> outcomes = (await client.AskAsync("GET", path + "1.6-data-catalogue/history", language: "nn").JsonAsync()).Items();

        Assert.Equal([("met", (string?)null), ("cantTell", "noneRegistered")], outcomes.Select(o => (o.Text("outcome"), o.GetProperty("reason").GetString())));
        Assert.All(outcomes, o => Assert.Equal("Eit faktum", o.GetProperty("evidence")[0].Text("fact")));
        Assert.Equal(TestHost.Start, outcomes[1].GetProperty("since").GetDateTimeOffset());
        await client.AskAsync("GET", path + "nonsense/history").ProblemAsync(404, "notFound");
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
            (new { outcome = "notMet", link = "/her" }, ["#/link"]),
            (new { outcome = "notMet", responsibleRole = new string('a', 101) }, ["#/responsibleRole"]),
            (new { outcome = "notMet", responsibleRole = "IT\nsjef" }, ["#/responsibleRole"]),
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
