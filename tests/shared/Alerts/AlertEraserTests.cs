using Monitor.Shared.Alerts;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class AlertEraserTests
{
    [Fact]
    public async Task Nothing_of_an_agencys_contacts_and_mails_is_left_and_others_keep_theirs()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync(AlertWorld.Address);
        await world.PlanAsync(world.Changes());
        await world.DrainAsync();
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, ["ny@brandvik.example"], null, cancellation);
        await world.Get<RecipientBook>().AddConfirmedAsync(world.Agency with { RowKey = "974760673" }, AlertWorld.Address, cancellation);

        await world.Get<AlertEraser>().EraseAsync(world.Agency.OrgNumber, cancellation);
        await world.Get<AlertEraser>().EraseAsync(world.Agency.OrgNumber, cancellation);
        await world.DrainAsync();

        Assert.Empty(await world.AllAsync<OutboxRow>());
        Assert.Empty(await world.AllAsync<OwedMailRow>());
        Assert.Equal("974760673", Assert.Single(await world.AllAsync<RecipientRow>()).PartitionKey);
        Assert.Equal("974760673", Assert.Single(await world.AllAsync<ContactListRow>()).PartitionKey);
        Assert.Empty(world.Blobs.ListAsync("mail/", cancellation).ToBlockingEnumerable(cancellation));
        Assert.Single(server.Received);
    }
}
