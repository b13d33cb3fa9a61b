using MimeKit;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class ConsentTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_links_of_real_mails_confirm_and_unsubscribe()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync();
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, [AlertWorld.Address], null, Cancellation);
        await world.DrainAsync();
        var consent = world.Get<Consent>();

        ConsentView? confirmed = await consent.ConfirmAsync(await TokenAsync(server.Received[0], "opt-in"), Cancellation);
        await world.PlanAsync(world.Changes());
        await world.DrainAsync();
        ConsentView? left = await consent.UnsubscribeAsync(await TokenAsync(server.Received[1], "unsubscribe"), Cancellation);
        await world.PlanAsync(world.Changes() with { Scan = ScanId.New(world.Solution.Id, world.Clock.GetUtcNow().AddDays(1)) });
        await world.DrainAsync();

        Assert.Equal(new ConsentView(world.Agency.OrgNumber, "Brandvik kommune", ConsentState.Confirmed), confirmed);
        Assert.Equal(ConsentState.Unsubscribed, left?.State);
        Assert.Equal(2, server.Received.Count);
    }

    [Fact]
    public async Task Looking_at_a_link_changes_nothing()
    {
        await using var world = await AskedAsync();
        var consent = world.Get<Consent>();

        Assert.Equal(ConsentState.Asked, (await consent.FindOptInAsync(OptIn(world), Cancellation))?.State);
        Assert.Equal(ConsentState.Asked, (await consent.FindUnsubscribeAsync(Leave(world), Cancellation))?.State);
        Assert.Equal(ConsentState.Asked, (await world.RecipientAsync()).Consent);
    }

    [Fact]
    public async Task Saying_it_again_is_harmless()
    {
        await using var world = await AskedAsync();
        var consent = world.Get<Consent>();

        await consent.ConfirmAsync(OptIn(world), Cancellation);
        DateTimeOffset? first = (await world.RecipientAsync()).ConfirmedAt;
        world.Clock.Advance(TimeSpan.FromDays(1));
        await consent.ConfirmAsync(OptIn(world), Cancellation);
        Assert.Equal(first, (await world.RecipientAsync()).ConfirmedAt);

        await consent.UnsubscribeAsync(Leave(world), Cancellation);
        DateTimeOffset? left = (await world.RecipientAsync()).UnsubscribedAt;
        world.Clock.Advance(TimeSpan.FromDays(1));
        await consent.UnsubscribeAsync(Leave(world), Cancellation);
        Assert.Equal(left, (await world.RecipientAsync()).UnsubscribedAt);
    }

    [Fact]
    public async Task The_owner_may_come_back_by_the_opt_in_link()
    {
        await using var world = await AskedAsync();
        var consent = world.Get<Consent>();
        await consent.UnsubscribeAsync(Leave(world), Cancellation);

        Assert.Equal(ConsentState.Confirmed, (await consent.ConfirmAsync(OptIn(world), Cancellation))?.State);
        Assert.Equal(ConsentState.Confirmed, (await world.RecipientAsync()).Consent);
    }

    [Fact]
    public async Task Who_is_off_the_list_cannot_opt_in_but_can_say_no_for_good()
    {
        await using var world = await AskedAsync();
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, [], null, Cancellation);
        var consent = world.Get<Consent>();

        Assert.Null(await consent.FindOptInAsync(OptIn(world), Cancellation));
        Assert.Null(await consent.ConfirmAsync(OptIn(world), Cancellation));
        Assert.Equal(ConsentState.Unsubscribed, (await consent.FindUnsubscribeAsync(Leave(world), Cancellation))?.State);
        Assert.Equal(ConsentState.Unsubscribed, (await consent.UnsubscribeAsync(Leave(world), Cancellation))?.State);

        RecipientRow kept = Assert.Single(await world.AllAsync<RecipientRow>());
        Assert.Equal(("", ConsentState.Unsubscribed), (kept.Email, kept.Consent));
        Assert.Null(await consent.ConfirmAsync(OptIn(world), Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../secret")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_token_is_none(string token)
    {
        await using var world = await AskedAsync();
        var consent = world.Get<Consent>();

        Assert.Null(await consent.FindOptInAsync(token, Cancellation));
        Assert.Null(await consent.ConfirmAsync(token, Cancellation));
        Assert.Null(await consent.FindUnsubscribeAsync(token, Cancellation));
        Assert.Null(await consent.UnsubscribeAsync(token, Cancellation));
    }

    [Fact]
    public async Task A_token_serves_its_own_purpose_only_and_not_when_changed()
    {
        await using var world = await AskedAsync();
        var consent = world.Get<Consent>();
        string leave = Leave(world);

        Assert.Null(await consent.ConfirmAsync(leave, Cancellation));
        Assert.Null(await consent.UnsubscribeAsync(OptIn(world), Cancellation));
        Assert.Null(await consent.UnsubscribeAsync(leave[..^2] + (leave[^2] == 'A' ? "B" : "A") + leave[^1], Cancellation));
        Assert.Equal(ConsentState.Asked, (await world.RecipientAsync()).Consent);
    }

    [Fact]
    public async Task A_token_holds_no_address_and_fits_a_path_segment()
    {
        await using var world = await AskedAsync();

        Assert.Matches("^[A-Za-z0-9_-]{50,300}$", OptIn(world));
        Assert.DoesNotContain("brandvik", OptIn(world), StringComparison.OrdinalIgnoreCase);
    }

    internal static string OptIn(AlertWorld world) => world.Get<ConsentTokens>().OptIn(world.Agency.OrgNumber, RecipientRow.KeyOf(AlertWorld.Address));

    internal static string Leave(AlertWorld world) => world.Get<ConsentTokens>().Unsubscribe(world.Agency.OrgNumber, RecipientRow.KeyOf(AlertWorld.Address));

    private static async Task<AlertWorld> AskedAsync()
    {
        var world = new AlertWorld();
        await world.RegisterAsync();
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, [AlertWorld.Address], null, Cancellation);
        return world;
    }

    private static async Task<string> TokenAsync(ReceivedMail mail, string page)
    {
        using MimeMessage message = await MimeMessage.LoadAsync(new MemoryStream(mail.Bytes), Cancellation);
        string start = $"https://monitor.example/nb/{page}/";
        string text = message.TextBody ?? "";
        int at = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return text[at..].Split('\r', '\n')[0];
    }
}
