using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Agencies;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Tests.Api;

public sealed class FindingApiTests
{
    private static readonly string OwnPath = $"/api/v1/agencies/{TestHost.Own}/findings";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Findings_are_filtered_by_state_criterion_and_solution()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow one = await host.SolutionAsync(TestHost.Own), two = await host.SolutionAsync(TestHost.Own, "https://to.eksempel.no/");
        await host.FindingAsync(one.Id, "a", FindingState.New, "1.1.1");
        await host.FindingAsync(one.Id, "b", FindingState.FirstSeen, "1.4.3 1.1.1");
        await host.FindingAsync(one.Id, "c", FindingState.Closed, "2.4.4");
        await host.FindingAsync(two.Id, "d", FindingState.New, "2.4.4");
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        Assert.Equal(["a", "b", "c", "d"], await FoundAsync(client, ""));
        Assert.Equal(["a", "d"], await FoundAsync(client, "?state=new"));
        Assert.Equal(["b", "c"], await FoundAsync(client, "?state=firstSeen,closed"));
        Assert.Equal(["a", "b"], await FoundAsync(client, "?wcag=1.1.1"));
        Assert.Equal(["d"], await FoundAsync(client, $"?solution={two.RowKey}"));
        Assert.Equal(["a"], await FoundAsync(client, $"?solution={one.RowKey}&state=new&wcag=1.1.1"));
    }

    [Fact]
    public async Task A_filtered_page_is_never_empty_while_more_follow()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        foreach (string fingerprint in new[] { "a", "b", "c", "d", "e" })
            await host.FindingAsync(solution.Id, fingerprint, fingerprint is "d" ? FindingState.New : FindingState.Fixed);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        HttpResponseMessage response = await client.AskAsync("GET", OwnPath + "?state=new&limit=1");

        Assert.Equal("d", Assert.Single((await response.JsonAsync()).Items()).Text("fingerprint"));
        string next = response.Headers.GetValues("Link").Single();
        Assert.Contains("state=new", next, StringComparison.Ordinal);
        Assert.EndsWith("; rel=\"next\"", next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_that_mean_nothing_are_refused_all_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        SolutionRow foreign = await host.SolutionAsync(TestHost.Foreign);

        JsonElement problem = await host.Client(await host.AgencyKeyAsync(TestHost.Own))
            .AskAsync("GET", $"{OwnPath}?state=New&wcag=9.9.9&solution={foreign.RowKey}").ProblemAsync(400, "invalid");

        Assert.Equal(["state", "wcag", "solution"], problem.Pointers());
    }

    [Fact]
    public async Task A_finding_tells_its_life_and_where_it_was_seen()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        await host.FindingAsync(solution.Id, "a", FindingState.Closed);
        string picture = await host.PictureAsync();
        await host.OccurrenceAsync(solution.Id, "a", picture);
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        JsonElement finding = await client.AskAsync("GET", Path(solution, "a")).JsonAsync();

        Assert.Equal("closed", finding.Text("state"));
        Assert.Equal("pageGone", finding.Text("closedReason"));
        Assert.Equal(JsonValueKind.Null, finding.GetProperty("setAside").ValueKind);
        JsonElement occurrence = Assert.Single(finding.GetProperty("occurrences").EnumerateArray());
        Assert.Equal(("main img", "Meny"), (occurrence.Text("target"), occurrence.Text("after")));
        Assert.Equal($"{Path(solution, "a")}/evidence/{picture.Split('/')[^1]}", occurrence.Text("evidence"));
        await client.AskAsync("GET", Path(solution, "b")).ProblemAsync(404, "notFound");
    }

    [Theory]
    [InlineData("nn", "Biletet manglar alternativ tekst")]
    [InlineData("en", "The image has no text alternative")]
    [InlineData("de", "Bildet mangler alternativ tekst")]
    public async Task A_finding_speaks_the_language_asked_for(string language, string message)
    {
        await using TestHost host = await TestHost.StartAsync(services => services.AddSingleton<IRuleTexts, FakeRuleTexts>());
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        await host.FindingAsync(solution.Id, "a");
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        HttpResponseMessage response = await client.AskAsync("GET", Path(solution, "a"), language: language);

        Assert.Equal(message, (await response.JsonAsync()).Text("message"));
        Assert.Equal(["Accept-Language"], response.Headers.Vary);
        JsonElement list = await client.AskAsync("GET", OwnPath, language: language).JsonAsync();
        Assert.Equal(message, Assert.Single(list.Items()).Text("message"));
    }

    [Fact]
    public async Task A_screenshot_is_served_to_whoever_may_see_the_finding_and_kept_by_nobody_else()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        await host.FindingAsync(solution.Id, "a");
        string picture = await host.PictureAsync(), path = $"{Path(solution, "a")}/evidence/{picture.Split('/')[^1]}";
        await host.OccurrenceAsync(solution.Id, "a", picture);

        HttpResponseMessage response = await host.Client(await host.AgencyKeyAsync(TestHost.Own)).GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/png", response.Content.Headers.ContentType?.MediaType);
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal("default-src 'none'; sandbox", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("inline; filename=\"evidence.png\"", response.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        await host.Client(await host.AgencyKeyAsync(TestHost.Foreign)).AskAsync("GET", path).ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task No_blob_is_within_reach_that_the_finding_does_not_name()
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);
        await host.FindingAsync(solution.Id, "a");
        await host.FindingAsync(solution.Id, "b");
        string picture = await host.PictureAsync();
        await host.OccurrenceAsync(solution.Id, "b", picture);
        await host.OccurrenceAsync(solution.Id, "a", "evidence/gone.png");
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        foreach (string name in new[] { picture.Split('/')[^1], "gone.png", "..%2F..%2Fkeyring%2Fa.png", "keyring.xml", "%23.png" })
            await client.AskAsync("GET", $"{Path(solution, "a")}/evidence/{name}").ProblemAsync(404, "notFound");
    }

    [Theory]
    [InlineData("%23")]
    [InlineData("a%7Cb")]
    [InlineData("a%3Fb")]
    public async Task A_fingerprint_that_cannot_be_a_key_is_not_found(string fingerprint)
    {
        await using TestHost host = await TestHost.StartAsync();
        SolutionRow solution = await host.SolutionAsync(TestHost.Own);

        await host.Client(await host.SupervisorKeyAsync()).AskAsync("GET", Path(solution, fingerprint)).ProblemAsync(404, "notFound");
    }

    internal static string Path(SolutionRow solution, string fingerprint) => $"/api/v1/solutions/{solution.RowKey}/findings/{fingerprint}";

    private static async Task<IEnumerable<string>> FoundAsync(HttpClient client, string query) =>
        (await client.AskAsync("GET", OwnPath + query).JsonAsync()).Items().Select(f => f.Text("fingerprint")).Order(StringComparer.Ordinal);
}
