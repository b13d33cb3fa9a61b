using System.Net;
using Monitor.Shared.Access;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>Making and revoking keys.</summary>
public sealed class KeyFormTests : FormTests
{
    [Fact]
    public async Task A_key_is_shown_once_and_revoked()
    {
        FormAnswer made = await Supervisor.SendAsync(P.Keys, P.Keys, ("name", "Til kommunen"), ("role", "Agency"), ("orgNumber", World.Agency.Value), ("expires", ""));
        Assert.Equal(HttpStatusCode.OK, made.Status);
        string secret = System.Text.RegularExpressions.Regex.Match(made.Html, "mon_[a-z2-7]+_[a-z2-7]+").Value;
        KeyRow key = (await World.Host.Get<KeyStore>().FindAsync(secret, Cancellation))!;
        Assert.Equal(World.Agency.Value, key.OrgNumber);
        Assert.DoesNotContain(secret, (await Supervisor.GetAsync(P.Keys)).Html, StringComparison.Ordinal);

        Assert.Equal(P.Keys + "?done=keyRevoked", (await Supervisor.SendAsync(P.Keys, P.RevokeKey(key.RowKey))).Location);
        Assert.Null(await World.Host.Get<KeyStore>().FindAsync(secret, Cancellation));
    }

    [Theory]
    [InlineData("", "Agency", "999888771", "", "Skriv hvem eller hva nøkkelen er til")]
    [InlineData("x", "Agency", "", "", "Skriv organisasjonsnummeret til virksomheten")]
    [InlineData("x", "Agency", "991825827", "", "Virksomheten er ikke registrert")]
    [InlineData("x", "Supervisor", "999888771", "", "En nøkkel til tilsynet har ikke noe organisasjonsnummer")]
    [InlineData("x", "Emperor", "", "", "Velg en rolle")]
    [InlineData("x", "Supervisor", "", "2026-11-23", "Datoen må være fra i dag og framover")]
    public async Task A_key_with_faults_is_not_made(string name, string role, string orgNumber, string expires, string message)
    {
        FormAnswer answer = await Supervisor.SendAsync(P.Keys, P.Keys, ("name", name), ("role", role), ("orgNumber", orgNumber), ("expires", expires));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains(message, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_revokes_the_key_that_is_signed_in_with()
    {
        KeyRow own = (await World.Host.Get<KeyStore>().FindAsync(World.SupervisorKey, Cancellation))!;

        Assert.Equal(HttpStatusCode.NotFound, (await Supervisor.SendAsync(P.Keys, P.RevokeKey(own.RowKey))).Status);
    }
}
