using System.Net;
using System.Text.Json;
using Monitor.Shared.Access;

namespace Monitor.Functions.Tests.Api;

public sealed class KeyApiTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_key_is_shown_once_and_opens_what_is_its_own()
    {
        await using TestHost host = await TestHost.StartAsync();
        await host.AgencyAsync(TestHost.Own);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

        JsonElement made = await supervisor.AskAsync(
            "POST", "/api/v1/keys", new { role = "agency", orgNumber = TestHost.Own.Value, name = "Fagsystem" }).JsonAsync(HttpStatusCode.Created);

        string key = made.Text("key");
        Assert.Matches("^mon_[a-z2-7]{10}_[a-z2-7]{32}$", key);
        await host.Client(key).AskAsync("GET", $"/api/v1/agencies/{TestHost.Own}").JsonAsync();
        await host.Client(key).AskAsync("GET", $"/api/v1/agencies/{TestHost.Foreign}").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task Lists_hold_no_secrets()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.SupervisorKeyAsync();

        JsonElement list = await host.Client(key).AskAsync("GET", "/api/v1/keys").JsonAsync();

        JsonElement item = Assert.Single(list.Items());
        Assert.Equal(key.Split('_')[1], item.Text("id"));
        Assert.DoesNotContain(key.Split('_')[2], list.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("hash", list.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task One_key_is_shown_without_its_secret()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.AgencyKeyAsync(TestHost.Own);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());

        JsonElement shown = await supervisor.AskAsync("GET", $"/api/v1/keys/{key.Split('_')[1]}").JsonAsync();

        Assert.Equal(TestHost.Own.Value, shown.Text("orgNumber"));
        Assert.DoesNotContain(key.Split('_')[2], shown.GetRawText(), StringComparison.Ordinal);
        await supervisor.AskAsync("GET", "/api/v1/keys/none").ProblemAsync(404, "notFound");
        await supervisor.AskAsync("GET", "/api/v1/keys/%23").ProblemAsync(404, "notFound");
        await host.Client(key).AskAsync("GET", $"/api/v1/keys/{key.Split('_')[1]}").ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task A_key_taken_back_opens_nothing_and_stays_in_the_list()
    {
        await using TestHost host = await TestHost.StartAsync();
        string key = await host.AgencyKeyAsync(TestHost.Own);
        HttpClient supervisor = host.Client(await host.SupervisorKeyAsync());
        string path = $"/api/v1/keys/{key.Split('_')[1]}";

        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.AskAsync("DELETE", path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await supervisor.AskAsync("DELETE", path)).StatusCode);

        Assert.Equal(TestHost.Start, (await supervisor.AskAsync("GET", path).JsonAsync()).GetProperty("revokedAt").GetDateTimeOffset());
        await host.Client(key).AskAsync("GET", "/api/v1/agencies").ProblemAsync(401, "unauthorized");
        Assert.Equal(2, (await supervisor.AskAsync("GET", "/api/v1/keys").JsonAsync()).Items().Count);
        await supervisor.AskAsync("DELETE", "/api/v1/keys/none").ProblemAsync(404, "notFound");
        await supervisor.AskAsync("DELETE", "/api/v1/keys/%23").ProblemAsync(404, "notFound");
    }

    [Fact]
    public async Task What_is_wrong_with_a_key_asked_for_is_told_at_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.SupervisorKeyAsync());

        JsonElement nothing = await client.AskAsync("POST", "/api/v1/keys", new { expiresAt = TestHost.Start }).ProblemAsync(400, "invalid");
        JsonElement unregistered = await client.AskAsync("POST", "/api/v1/keys", new { role = "agency", orgNumber = TestHost.Own.Value, name = "x" }).ProblemAsync(400, "invalid");
        JsonElement supervisor = await client.AskAsync("POST", "/api/v1/keys", new { role = "supervisor", orgNumber = TestHost.Own.Value, name = "x" }).ProblemAsync(400, "invalid");

        Assert.Equal(["#/name", "#/role", "#/expiresAt"], nothing.Pointers());
        Assert.Equal("notRegistered", unregistered.GetProperty("errors")[0].Text("code"));
        Assert.Equal("notWanted", supervisor.GetProperty("errors")[0].Text("code"));
    }

    [Fact]
    public async Task Keys_are_for_supervisors()
    {
        await using TestHost host = await TestHost.StartAsync();
        HttpClient client = host.Client(await host.AgencyKeyAsync(TestHost.Own));

        await client.AskAsync("GET", "/api/v1/keys").ProblemAsync(403, "forbidden");
        await client.AskAsync("POST", "/api/v1/keys", new { role = "supervisor", name = "Mer" }).ProblemAsync(403, "forbidden");
        await client.AskAsync("DELETE", "/api/v1/keys/first").ProblemAsync(403, "forbidden");
    }

    [Fact]
    public async Task The_first_supervisor_key_is_made_once()
    {
        await using TestHost host = await TestHost.StartAsync();
        KeyStore keys = host.Get<KeyStore>();

        string? first = await keys.EnsureSupervisorKeyAsync(Cancellation), again = await keys.EnsureSupervisorKeyAsync(Cancellation);

        Assert.Null(again);
        await host.Client(first).AskAsync("GET", "/api/v1/keys").JsonAsync();
    }

    [Fact]
    public async Task An_agencys_key_names_its_agency_and_a_supervisors_none()
    {
        await using TestHost host = await TestHost.StartAsync();
        KeyStore keys = host.Get<KeyStore>();

        await Assert.ThrowsAsync<ArgumentException>(() => keys.CreateAsync(Role.Agency, null, "x", "local", null, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => keys.CreateAsync(Role.Supervisor, TestHost.Own, "x", "local", null, Cancellation));
    }
}
