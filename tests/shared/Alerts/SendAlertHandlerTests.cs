using System.Text;
using Microsoft.Extensions.Options;
using Monitor.Shared.Alerts;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Tests.Support.Mail;
using SmtpServer.Protocol;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class SendAlertHandlerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pending_mail_is_sent_byte_for_byte_and_settled()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();

        await world.HandleAsync(row);

        ReceivedMail mail = Assert.Single(server.Received);
        Assert.Equal("monitor@tilsyn.example", mail.From);
        Assert.Equal([AlertWorld.Address], mail.To);
        BinaryData? rendered = await world.Blobs.ReadAsync($"mail/{row.RowKey}.eml", Cancellation);
        Assert.Equal(rendered?.ToString(), Encoding.UTF8.GetString(mail.Bytes));
        OutboxRow sent = await world.OutboxAsync();
        Assert.Equal((OutboxState.Sent, 1, world.Clock.GetUtcNow()), (sent.State, sent.Attempts, sent.SentAt));
        Assert.Null(sent.SendingUntil);
        Assert.Empty(await world.AllAsync<OwedMailRow>());
    }

    [Fact]
    public async Task A_message_delivered_again_sends_nothing_more()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();

        await world.HandleAsync(row);
        await world.HandleAsync(row);

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task Deliveries_at_the_same_time_send_one_mail()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.PlanAsync(world.Changes());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.HandleAsync(row), Cancellation)));

        Assert.Single(server.Received);
        Assert.Equal(OutboxState.Sent, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_delivery_while_another_worker_is_at_it_comes_back_when_its_time_is_up()
    {
        await using MailServer server = MailServer.Start();
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        server.ToMessage = async (mail, _) =>
        {
            arrived.SetResult();
            await release.Task;
            server.Keep(mail);
            return SmtpResponse.Ok;
        };
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        _ = world.Queues.TakeVisible();

        Task first = world.HandleAsync(row);
        await arrived.Task.WaitAsync(Cancellation);
        await world.HandleAsync(row);
        release.SetResult();
        await first;

        Assert.Equal(world.Clock.GetUtcNow() + SendAlertHandler.Lease, Assert.Single(world.Queues.Sent).VisibleAt);
        world.Clock.Advance(SendAlertHandler.Lease);
        await world.DrainAsync();
        Assert.Single(server.Received);
        Assert.Empty(world.Queues.Sent);
    }

    [Theory]
    [InlineData(OutboxState.Held)]
    [InlineData(OutboxState.Sent)]
    [InlineData(OutboxState.Failed)]
    [InlineData(OutboxState.Discarded)]
    public async Task A_mail_that_is_held_or_settled_is_left_alone(OutboxState state)
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        OutboxRow? changed = await world.Table<OutboxRow>().TryReplaceAsync(row with { State = state }, Cancellation);

        await world.HandleAsync(row);

        Assert.Equal(changed?.ETag, (await world.OutboxAsync()).ETag);
        Assert.Equal(0, server.Conversations);
    }

    [Fact]
    public async Task A_message_about_a_mail_that_is_gone_is_nothing()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);

        await world.Get<SendAlertHandler>().HandleAsync(new SendAlertMessage("991825827", "erased"), Cancellation);

        Assert.Equal(0, server.Conversations);
    }

    [Fact]
    public async Task Who_unsubscribed_since_gets_nothing_and_the_mail_is_discarded()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        RecipientRow recipient = await world.RecipientAsync();
        await world.Table<RecipientRow>().TryReplaceAsync(recipient with { UnsubscribedAt = world.Clock.GetUtcNow() }, Cancellation);

        await world.HandleAsync(row);

        Assert.Equal(OutboxState.Discarded, (await world.OutboxAsync()).State);
        Assert.Equal(0, server.Conversations);
        Assert.Empty(await world.AllAsync<OwedMailRow>());
    }

    [Fact]
    public async Task Who_was_taken_off_the_list_since_gets_nothing()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, [], null, Cancellation);

        await world.HandleAsync(row);

        Assert.Equal(OutboxState.Discarded, (await world.OutboxAsync()).State);
        Assert.Equal(0, server.Conversations);
    }

    [Fact]
    public async Task Without_a_mail_server_mails_wait_and_are_sent_once_there_is_one()
    {
        await using var world = new AlertWorld(server: null);
        OutboxRow row = await world.OweOneAsync();

        await world.DrainAsync();
        world.Clock.Advance(TimeSpan.FromDays(1));
        await world.SweepAsync();

        Assert.Equal(row, await world.OutboxAsync());
        Assert.Empty(world.Queues.Sent);

        await using MailServer server = MailServer.Start();
        var smtp = world.Get<IOptions<SmtpSettings>>().Value;
        (smtp.Host, smtp.Port) = (server.Host, server.Port);
        await world.SweepAsync();
        await world.DrainAsync();
        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_stop_between_the_servers_yes_and_our_row_sends_the_same_bytes_again()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server, change: services => services.AddBreaking<OutboxRow>());
        OutboxRow row = await world.OweOneAsync();
        var table = world.Get<BreakingTable<OutboxRow>>();
        table.Breaks = changed => changed.State == OutboxState.Sent;
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.HandleAsync(row));
        Assert.Equal(OutboxState.Sending, (await world.OutboxAsync()).State);

        table.Breaks = _ => false;
        world.Clock.Advance(SendAlertHandler.Lease);
        world.Rules.Broken = true; // Nothing is rendered a second time.
        await world.HandleAsync(row);

        Assert.Equal(2, server.Received.Count);
        Assert.Equal(server.Received[0].Bytes, server.Received[1].Bytes);
        Assert.Equal((OutboxState.Sent, 2), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Attempts));
    }

    [Fact]
    public async Task A_mail_that_cannot_be_rendered_stays_pending_for_the_queue_to_try_again()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        world.Rules.Broken = true;

        await Assert.ThrowsAsync<InvalidOperationException>(() => world.HandleAsync(row));

        Assert.Equal(row, await world.OutboxAsync());
    }

    [Fact]
    public async Task A_mail_whose_facts_were_erased_fails_with_a_reason()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.Blobs.DeleteAsync($"mail/{row.RowKey.Split('-')[0]}.json", Cancellation);

        await world.HandleAsync(row);

        Assert.Equal((OutboxState.Failed, "nothing to tell"), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Error));
    }

    [Fact]
    public async Task A_mail_is_sent_even_if_its_time_ran_out_and_another_took_the_row()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        server.ToMessage = async (mail, cancellation) =>
        {
            OutboxRow held = await world.OutboxAsync();
            await world.Table<OutboxRow>().TryReplaceAsync(held with { State = OutboxState.Pending, SendingUntil = null }, cancellation);
            server.Keep(mail);
            return SmtpResponse.Ok;
        };

        await world.HandleAsync(row);

        Assert.Equal(OutboxState.Sent, (await world.OutboxAsync()).State);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(1000, 360)]
    public void The_wait_doubles_up_to_six_hours(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), SendAlertHandler.Backoff(attempts));
}
