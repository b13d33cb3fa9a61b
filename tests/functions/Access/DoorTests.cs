using System.Net;
using Monitor.Functions.Access;
using Monitor.Shared.Access;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Tests.Access;

public sealed class DoorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("mon_first_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("nonsense")]
    public async Task Without_a_key_that_holds_the_api_answers_401(string? key)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage response = await host.Client(key).GetAsync("/probe/supervisor", Cancellation);

        await Task.FromResult(response).ProblemAsync(401, "unauthorized");
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_key_with_another_secret_answers_401()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();
        string wrong = key[..^1] + (key[^1] == 'a' ? 'b' : 'a');

        await host.Client(wrong).AskAsync("GET", "/probe/supervisor").ProblemAsync(401, "unauthorized");
    }

    [Fact]
    public async Task A_key_may_come_in_the_header_of_its_own()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client();
        client.DefaultRequestHeaders.Add("X-Api-Key", await host.SupervisorKeyAsync());

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/probe/supervisor", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_session_opens_no_api_route()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.SupervisorKeyAsync());

        await browser.AskAsync("GET", "/probe/supervisor").ProblemAsync(401, "unauthorized");
    }

    [Fact]
    public async Task An_agency_passes_for_its_own_ids_only()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));
        SolutionId own = SolutionId.New(TestHost.Own), foreign = SolutionId.New(TestHost.Foreign);

        foreach (string id in new[] { TestHost.Own.Value, own.ToString(), ScanId.New(own, TestHost.Start).ToString() })
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/probe/api/{id}", Cancellation)).StatusCode);
        foreach (string id in new[] { TestHost.Foreign.Value, foreign.ToString(), ScanId.New(foreign, TestHost.Start).ToString() })
            await client.AskAsync("GET", $"/probe/api/{id}").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task A_foreign_id_and_one_that_is_none_are_answered_alike()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        string foreign = await BodyAsync(client, TestHost.Foreign.Value), unreadable = await BodyAsync(client, "123");

        Assert.Equal(foreign, unreadable);

        static async Task<string> BodyAsync(HttpClient client, string id)
        {
            System.Text.Json.JsonElement problem = await client.AskAsync("GET", $"/probe/api/{id}").ProblemAsync(404, "notFound");
            return problem.GetRawText().Replace(problem.Text("traceId"), "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_supervisor_passes_everywhere_but_where_nobody_may()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/probe/api/{TestHost.Own}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/probe/supervisor", Cancellation)).StatusCode);
        await client.AskAsync("GET", "/probe/nobody").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task An_agency_may_not_do_what_a_supervisor_may()
    {
        await using TestHost host = await TestHost.StartAsync();

        await host.Client(await host.AgencyKeyAsync(TestHost.Own)).AskAsync("GET", "/probe/supervisor").ProblemAsync(403, "forbidden");
    }

    [Theory]
    [InlineData("/probe/broken")]
    [InlineData("/probe/broken-writing")]
    public async Task What_breaks_is_told_without_details(string path)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage response = await host.Client(await host.SupervisorKeyAsync()).GetAsync(path, Cancellation);

        System.Text.Json.JsonElement problem = await Task.FromResult(response).ProblemAsync(500, "failure");
        Assert.DoesNotContain("secret detail", problem.GetRawText(), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Probe-Half"));
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task A_page_that_breaks_is_an_error_page_in_its_language()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient browser = await host.BrowserAsync(await host.SupervisorKeyAsync());

        HttpResponseMessage response = await browser.GetAsync("/probe/broken-page", Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        string html = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("Noko gjekk gale", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret detail", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nn", "Nøkkel manglar eller er ugyldig", "nn")]
    [InlineData("en-GB,nb;q=0.5", "The key is missing or not valid", "en")]
    [InlineData("no", "Nøkkel mangler eller er ugyldig", "nb")]
    [InlineData("de, en;q=0.1", "The key is missing or not valid", "en")]
    [InlineData("en;q=0, de", "Nøkkel mangler eller er ugyldig", "nb")]
    [InlineData(null, "Nøkkel mangler eller er ugyldig", "nb")]
    public async Task Problems_speak_the_language_asked_for(string? accepted, string title, string language)
    {
        await using TestHost host = await TestHost.StartAsync();

        HttpResponseMessage response = await host.Client().AskAsync("GET", "/probe/supervisor", language: accepted);

        Assert.Equal(title, (await response.JsonAsync()).Text("title"));
        Assert.Equal([language], response.Content.Headers.ContentLanguage);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        await using TestHost host = await TestHost.StartAsync();

        foreach (string path in new[] { "/probe/open", "/probe/supervisor", "/api/health", "/probe/page/x" })
        {
            HttpResponseMessage response = await host.Client().GetAsync(path, Cancellation);
            string policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.StartsWith("default-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
            Assert.True(response.Headers.CacheControl?.NoStore);
            Assert.False(response.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task A_site_known_by_https_says_that_it_always_is()
    {
        await using TestHost host = await TestHost.StartAsync(settings: [new("Monitor:Site:PublicAddress", "https://monitor.example")]);

        HttpResponseMessage response = await host.Client().GetAsync("/probe/open", Cancellation);

        Assert.True(response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public void Only_the_door_makes_answers() => Assert.Empty(typeof(Answer).GetConstructors());

    [Fact]
    public async Task A_key_that_has_ended_or_was_taken_back_no_longer_opens()
    {
        await using TestHost host = await TestHost.StartAsync();
        KeyStore keys = host.Get<KeyStore>();
        NewKey ending = await keys.CreateAsync(Role.Supervisor, null, "Ends", "local", TestHost.Start.AddHours(1), Cancellation);
        NewKey revoked = await keys.CreateAsync(Role.Supervisor, null, "Revoked", "local", null, Cancellation);
        Assert.Equal(HttpStatusCode.OK, (await host.Client(ending.Secret).GetAsync("/probe/supervisor", Cancellation)).StatusCode);

        host.Clock.Advance(TimeSpan.FromHours(1));
        await keys.RevokeAsync(revoked.Row.RowKey, Cancellation);

        await host.Client(ending.Secret).AskAsync("GET", "/probe/supervisor").ProblemAsync(401, "unauthorized");
        await host.Client(revoked.Secret).AskAsync("GET", "/probe/supervisor").ProblemAsync(401, "unauthorized");
    }
}
