using System.Net;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Signing in and out.</summary>
public sealed class SignInTests : FormTests
{
    [Fact]
    public async Task Signing_in_opens_a_session_and_leads_back_to_where_one_came_from()
    {
        FormAnswer answer = await FormClient.With(World.Host).SendAsync(
            P.SignIn + "?return=%2Fnb%2Ftasks", P.SignIn, ("key", World.SupervisorKey), ("return", "/nb/tasks"));

        Assert.Equal((HttpStatusCode.SeeOther, "/nb/tasks"), (answer.Status, answer.Location));
        Assert.Contains(answer.Cookies, c => c.StartsWith("monitor=", StringComparison.Ordinal) && c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("")]
    public async Task Signing_in_never_leads_elsewhere(string wanted)
    {
        FormAnswer answer = await FormClient.With(World.Host).SendAsync(P.SignIn, P.SignIn, ("key", World.SupervisorKey), ("return", wanted));

        Assert.Equal("/nb", answer.Location);
    }

    [Theory]
    [InlineData("", "Skriv inn nøkkelen")]
    [InlineData("mon_wrong", "Nøkkelen er feil")]
    public async Task A_wrong_key_is_said_at_its_field_and_never_sent_back(string key, string message)
    {
        FormAnswer answer = await FormClient.With(World.Host).SendAsync(P.SignIn, P.SignIn, ("key", key), ("return", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("<title>Feil: Logg inn", answer.Text, StringComparison.Ordinal);
        Assert.Contains("href=\"#key\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("mon_wrong", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        FormAnswer answer = await Supervisor.SendAsync(P.Tasks, P.SignOut);

        Assert.Equal("/nb/sign-in?done=signedOut", answer.Location);
        Assert.Equal(HttpStatusCode.SeeOther, (await Supervisor.GetAsync(P.Tasks)).Status);
    }

    [Fact]
    public async Task An_agency_begins_at_its_own_page()
    {
        Assert.Equal(P.Agency(World.Agency), (await Agency.GetAsync(P.Overview)).Location);
    }
}
