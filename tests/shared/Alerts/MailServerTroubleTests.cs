using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Monitor.Shared.Alerts;
using Monitor.Shared.Settings;
using Monitor.Tests.Support.Mail;
using SmtpServer.Protocol;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>What a mail server can do to a mail, each on a real connection.</summary>
public sealed class MailServerTroubleTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_recipient_refused_for_good_fails_with_the_codes_and_without_the_address()
    {
        await using MailServer server = MailServer.Start();
        server.ToRecipient = Answer(550, $"5.1.1 <{AlertWorld.Address}> no such user");
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();

        await world.HandleAsync(row);

        OutboxRow failed = await world.OutboxAsync();
        Assert.Equal((OutboxState.Failed, "550 5.1.1"), (failed.State, failed.Error));
        Assert.Equal("550 5.1.1", (await world.RecipientAsync()).Refused);
        Assert.Empty(await world.AllAsync<OwedMailRow>());
        Assert.Contains(world.Log.Lines, line => line.Contains("550 5.1.1", StringComparison.Ordinal));
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("brandvik.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_message_refused_for_good_fails()
    {
        await using MailServer server = MailServer.Start();
        server.ToMessage = (_, _) => Task.FromResult(Answer(554, "content refused"));
        await using var world = new AlertWorld(server);

        await world.HandleAsync(await world.OweOneAsync());

        Assert.Equal((OutboxState.Failed, "554"), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Error));
    }

    [Fact]
    public async Task A_mail_put_off_by_the_server_is_tried_again_later_and_not_before()
    {
        await using MailServer server = MailServer.Start();
        server.ToRecipient = Answer(451, "4.7.1 greylisted");
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();

        await world.DrainAsync();
        OutboxRow waiting = await world.OutboxAsync();
        Assert.Equal((OutboxState.Pending, 1, "451 4.7.1"), (waiting.State, waiting.Deferrals, waiting.Error));
        Assert.Equal(world.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), Assert.Single(world.Queues.Sent).VisibleAt);

        server.ToRecipient = null;
        await world.HandleAsync(waiting); // The old message, delivered again ahead of time.
        Assert.Empty(server.Received);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.DrainAsync();

        Assert.Single(server.Received);
        OutboxRow sent = await world.OutboxAsync();
        Assert.Equal((OutboxState.Sent, 2), (sent.State, sent.Attempts));
        Assert.Null(sent.Error);
    }

    [Fact]
    public async Task A_mail_put_off_for_days_on_end_counts_as_refused()
    {
        await using MailServer server = MailServer.Start();
        server.ToMessage = (_, _) => Task.FromResult(Answer(452, "4.2.2 mailbox full"));
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();

        for (int i = 0; i < SendAlertHandler.MaxDeferrals; i++)
        {
            Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);
            await world.DrainAsync();
            world.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal((OutboxState.Failed, "452 4.2.2"), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Error));
        Assert.Equal("452 4.2.2", (await world.RecipientAsync()).Refused);
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_waited_for_without_end()
    {
        MailServer server = MailServer.Start();
        await server.DisposeAsync();
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();

        for (int i = 0; i < SendAlertHandler.MaxDeferrals + 5; i++)
        {
            await world.DrainAsync();
            world.Clock.Advance(TimeSpan.FromHours(6));
        }

        OutboxRow waiting = await world.OutboxAsync();
        Assert.Equal((OutboxState.Pending, 0, SendAlertHandler.MaxDeferrals + 5), (waiting.State, waiting.Deferrals, waiting.Attempts));
        Assert.Single(world.Queues.Sent);
    }

    [Theory]
    [InlineData(550)]
    [InlineData(530)]
    [InlineData(450)]
    [InlineData(421)]
    public async Task A_refused_sender_is_our_own_trouble_and_costs_no_mail(int code)
    {
        await using MailServer server = MailServer.Start();
        server.ToSender = Answer(code, "not you");
        await using var world = new AlertWorld(server);

        await world.HandleAsync(await world.OweOneAsync());

        Assert.Equal((OutboxState.Pending, 0), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Deferrals));
    }

    [Fact]
    public async Task A_server_that_closes_down_is_waited_for()
    {
        await using MailServer server = MailServer.Start();
        server.ToRecipient = Answer(421, "closing");
        await using var world = new AlertWorld(server);

        await world.HandleAsync(await world.OweOneAsync());

        Assert.Equal((OutboxState.Pending, 0), ((await world.OutboxAsync()).State, (await world.OutboxAsync()).Deferrals));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_the_answer_is_tried_again_with_the_same_bytes()
    {
        await using MailServer server = MailServer.Start();
        ReceivedMail? unanswered = null;
        server.ToMessage = (mail, cancellation) =>
        {
            unanswered = mail;
            return MailServer.HangUp(mail, cancellation);
        };
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();
        await world.DrainAsync();
        Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);

        server.ToMessage = null;
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.DrainAsync();

        Assert.Equal(unanswered?.Bytes, Assert.Single(server.Received).Bytes);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up_within_the_limit()
    {
        await using MailServer server = MailServer.Start();
        var arrived = new TaskCompletionSource();
        server.ToMessage = async (_, cancellation) =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return SmtpResponse.Ok;
        };
        await using var world = new AlertWorld(server);
        Task sending = world.HandleAsync(await world.OweOneAsync());
        await arrived.Task.WaitAsync(Cancellation);

        world.Clock.Advance(SmtpSender.Limit);
        await sending;

        Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);
        Assert.True(SmtpSender.Limit < SendAlertHandler.Lease);
    }

    [Fact]
    public async Task A_host_that_stops_while_the_server_takes_the_mail_waits_for_the_answer_and_notes_it()
    {
        await using MailServer server = MailServer.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        server.ToMessage = async (mail, _) =>
        {
            await stop.CancelAsync();
            server.Keep(mail);
            return SmtpResponse.Ok;
        };
        await using var world = new AlertWorld(server);

        await world.HandleAsync(await world.OweOneAsync(), stop.Token);

        Assert.Single(server.Received);
        Assert.Equal(OutboxState.Sent, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_host_that_stops_while_the_server_never_answers_leaves_the_mail_pending_at_the_limit()
    {
        await using MailServer server = MailServer.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var stopped = new TaskCompletionSource();
        server.ToMessage = async (_, cancellation) =>
        {
            await stop.CancelAsync();
            stopped.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellation);
            return SmtpResponse.Ok;
        };
        await using var world = new AlertWorld(server);
        Task sending = world.HandleAsync(await world.OweOneAsync(), stop.Token);
        await stopped.Task.WaitAsync(Cancellation);

        world.Clock.Advance(SmtpSender.Limit);
        await sending;

        Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_host_that_stops_before_the_server_greets_leaves_the_mail_to_whoever_comes_after_its_time()
    {
        await using MailServer server = MailServer.Start();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        SmtpSettings smtp = world.Get<IOptions<SmtpSettings>>().Value;
        (smtp.Host, smtp.Port) = (IPAddress.Loopback.ToString(), ((IPEndPoint)silent.LocalEndpoint).Port);
        Task sending = world.HandleAsync(row, stop.Token);
        using TcpClient connection = await silent.AcceptTcpClientAsync(Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sending);
        Assert.Equal(OutboxState.Sending, (await world.OutboxAsync()).State);

        (smtp.Host, smtp.Port) = (server.Host, server.Port);
        _ = world.Queues.TakeVisible();
        await world.HandleAsync(row); // Put back by the queue.
        world.Clock.Advance(SendAlertHandler.Lease);
        await world.DrainAsync();

        Assert.Single(server.Received);
        Assert.Equal(OutboxState.Sent, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_server_without_starttls_gets_no_mail_when_starttls_is_asked_for()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        world.Get<IOptions<SmtpSettings>>().Value.Security = SmtpSecurity.StartTls;

        await world.HandleAsync(await world.OweOneAsync());

        Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);
        Assert.Equal(0, server.Conversations);
    }

    [Theory]
    [InlineData(true, OutboxState.Sent)]
    [InlineData(false, OutboxState.Pending)]
    public async Task A_refused_login_is_our_own_trouble_and_costs_no_mail(bool accepted, OutboxState state)
    {
        await using MailServer server = MailServer.Start();
        server.AcceptsLogin = accepted;
        await using var world = new AlertWorld(server);
        SmtpSettings smtp = world.Get<IOptions<SmtpSettings>>().Value;
        (smtp.User, smtp.Password) = ("monitor", "secret");

        await world.HandleAsync(await world.OweOneAsync());

        Assert.Equal(state, (await world.OutboxAsync()).State);
        Assert.DoesNotContain(world.Log.Lines, line => line.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_mail_that_is_taken_clears_the_refusal_before_it()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.Table<RecipientRow>().TryReplaceAsync(await world.RecipientAsync() with { Refused = "550" }, Cancellation);

        await world.HandleAsync(row);

        Assert.Null((await world.RecipientAsync()).Refused);
    }

    private static SmtpResponse Answer(int code, string text) => new((SmtpReplyCode)code, text);
}
