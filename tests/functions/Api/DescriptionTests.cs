using System.Reflection;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Api;

public sealed class DescriptionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_description_and_the_functions_agree()
    {
        await using TestHost host = await TestHost.StartAsync();
        JsonElement document = await host.Client().AskAsync("GET", "/api/v1/openapi.json").JsonAsync();

        IEnumerable<string> described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(o => $"{o.Value.Text("operationId")} {o.Name} {path.Name}"));
        IEnumerable<string> served = typeof(MonitorServices).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods())
            .Select(m => (m.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(t => t is not null)))
            .Where(f => f.Trigger?.Route?.StartsWith("api/", StringComparison.Ordinal) == true)
            .SelectMany(f => f.Trigger!.Methods!.Select(m => $"{f.Name} {m} /{f.Trigger.Route}"));

        Assert.Equal(served.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_reference_in_the_description_leads_somewhere()
    {
        await using TestHost host = await TestHost.StartAsync();
        JsonElement document = await host.Client().AskAsync("GET", "/api/v1/openapi.json").JsonAsync();
        JsonElement schemas = document.GetProperty("components").GetProperty("schemas");

        List<string> references = [];
        Collect(document, references);

        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.True(schemas.TryGetProperty(r.Replace("#/components/schemas/", "", StringComparison.Ordinal), out _), r));
        Assert.Equal("3.1.1", document.Text("openapi"));
    }

    [Fact]
    public async Task Schemas_are_those_of_what_is_sent()
    {
        await using TestHost host = await TestHost.StartAsync();
        JsonElement document = await host.Client().AskAsync("GET", "/api/v1/openapi.json").JsonAsync();
        JsonElement agency = document.GetProperty("components").GetProperty("schemas").GetProperty("AgencyView").GetProperty("properties");

        Assert.Equal("string", agency.GetProperty("orgNumber").Text("type"));
        Assert.Contains("municipality", agency.GetProperty("bodyType").GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_tells_that_it_lives_and_nothing_else()
    {
        await using TestHost host = await TestHost.StartAsync();

        Assert.Equal("""{"status":"ok"}""", (await host.Client().AskAsync("GET", "/api/health").JsonAsync()).GetRawText());
    }

    [Fact]
    public async Task Statistics_are_as_last_folded()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.SolutionAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        await client.AskAsync("GET", "/api/v1/statistics").ProblemAsync(404, "notMeasuredYet");
        await host.Get<OverviewBuilder>().RunAsync(Cancellation);
        JsonElement statistics = await client.AskAsync("GET", "/api/v1/statistics").JsonAsync();

        Assert.Equal(1, statistics.GetProperty("agencies").GetInt32());
        Assert.Equal(0, statistics.GetProperty("solutionsMeasured").GetInt32());
        Assert.Equal(TestHost.Start, statistics.GetProperty("asOf").GetDateTimeOffset());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/obligations")]
    [InlineData("/declarations")]
    public async Task Statistics_are_for_supervisors(string path)
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.Get<OverviewBuilder>().RunAsync(Cancellation);
        await host.Get<NationalObligationsBuilder>().RunAsync(Cancellation);

        await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", "/api/v1/statistics" + path).ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task Obligations_are_counted_by_kind_of_body_as_last_folded()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        await client.AskAsync("GET", "/api/v1/statistics/obligations").ProblemAsync(404, "notMeasuredYet");
        await host.Get<NationalObligationsBuilder>().RunAsync(Cancellation);
        JsonElement national = await client.AskAsync("GET", "/api/v1/statistics/obligations").JsonAsync();
        JsonElement declarations = await client.AskAsync("GET", "/api/v1/statistics/declarations").JsonAsync();

        Assert.Equal(("H-8/18", "repealed"), (national.Text("edition"), national.Text("editionStatus")));
        JsonElement privacy = national.GetProperty("obligations").EnumerateArray().Single(o => o.Text("id") == "1.5-privacy");
        JsonElement unknown = privacy.GetProperty("groups").EnumerateArray().Single(g => g.Text("group") == "unknown");
        Assert.Equal((1, 0), (unknown.GetProperty("notDeclared").GetInt32(), unknown.GetProperty("untested").GetInt32()));
        JsonElement agency = Assert.Single(declarations.GetProperty("agencies").EnumerateArray());
        Assert.Equal((TestHost.Own.Value, 1, 1), (agency.Text("orgNumber"), agency.GetProperty("asked").GetInt32(), agency.GetProperty("missing").GetInt32()));
    }

    private static void Collect(JsonElement json, List<string> references)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement item in json.EnumerateArray())
                Collect(item, references);
        }
        else if (json.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty member in json.EnumerateObject())
            {
                if (member.NameEquals("$ref"))
                    references.Add(member.Value.GetString()!);
                else
                    Collect(member.Value, references);
            }
        }
    }
}
