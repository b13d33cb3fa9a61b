using System.Net;
using Monitor.Shared.Alerts;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>The links in mails.</summary>
public sealed class ConsentTests : FormTests
{
    [Fact]
    public async Task Consent_is_shown_by_GET_and_given_by_POST_without_cookie_or_token()
    {
        FormClient nobody = FormClient.With(World.Host);
        Assert.Contains("Ja, send meg e-post", (await nobody.GetAsync(P.OptIn(World.OptInToken))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Asked, await ConsentAsync());

        Assert.Contains("Takk.", (await nobody.PostAsync(P.OptIn(World.OptInToken))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Confirmed, await ConsentAsync());

        await nobody.GetAsync(P.Unsubscribe(World.UnsubscribeToken));
        Assert.Equal(ConsentState.Confirmed, await ConsentAsync());
        Assert.Contains("Du er meldt av", (await nobody.PostAsync(P.Unsubscribe(World.UnsubscribeToken), ("List-Unsubscribe", "One-Click"))).Text, StringComparison.Ordinal);
        Assert.Equal(ConsentState.Unsubscribed, await ConsentAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await nobody.PostAsync(P.Unsubscribe("nonsense"))).Status);
    }

    private async Task<ConsentState> ConsentAsync() =>
        Assert.Single((await World.Host.Get<RecipientBook>().ReadAsync(World.Agency, Cancellation)).Contacts).State;
}
