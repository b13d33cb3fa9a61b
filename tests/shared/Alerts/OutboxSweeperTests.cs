using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class OutboxSweeperTests
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(11);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pending_mail_whose_message_was_lost_is_sent()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();
        _ = world.Queues.TakeVisible();

        world.Clock.Advance(Overdue);
        await world.SweepAsync();
        await world.DrainAsync();

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_message_that_is_only_late_gets_no_second_one()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();

        world.Clock.Advance(TimeSpan.FromMinutes(9));
        await world.SweepAsync();

        Assert.Single(world.Queues.Sent);
    }

    [Fact]
    public async Task Sweeping_again_at_once_sends_no_third_message()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.OweOneAsync();

        world.Clock.Advance(Overdue);
        await world.SweepAsync();
        await world.SweepAsync();

        Assert.Equal(2, world.Queues.Sent.Count);
    }

    [Fact]
    public async Task A_mail_left_in_sending_by_a_dead_worker_is_sent()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        _ = world.Queues.TakeVisible();
        await world.Table<OutboxRow>().TryReplaceAsync(
            row with { State = OutboxState.Sending, SendingUntil = world.Clock.GetUtcNow() + SendAlertHandler.Lease }, Cancellation);

        world.Clock.Advance(TimeSpan.FromMinutes(5));
        await world.SweepAsync();
        Assert.Empty(world.Queues.Sent);
        world.Clock.Advance(TimeSpan.FromMinutes(15));
        await world.SweepAsync();
        await world.DrainAsync();

        Assert.Single(server.Received);
    }

    [Fact]
    public async Task A_mail_that_failed_often_is_brought_back_ever_more_seldom()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        _ = world.Queues.TakeVisible();
        await world.Table<OutboxRow>().TryReplaceAsync(row with { Attempts = 12 }, Cancellation);

        world.Clock.Advance(TimeSpan.FromHours(5));
        await world.SweepAsync();
        Assert.Empty(world.Queues.Sent);
        world.Clock.Advance(TimeSpan.FromHours(2));
        await world.SweepAsync();

        Assert.Single(world.Queues.Of<SendAlertMessage>());
    }

    [Fact]
    public async Task A_decision_that_was_not_carried_out_is_carried_out()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        await world.RegisterAsync(AlertWorld.Address);
        await world.PlanAsync(world.Changes(hold: "massChange"));
        await world.SweepAsync();
        Assert.Equal(OutboxState.Held, (await world.OutboxAsync()).State);

        TaskRow task = await world.TaskAsync();
        await world.Table<TaskRow>().TryReplaceAsync(task with { State = TaskState.Accepted }, Cancellation);
        await world.SweepAsync();
        await world.DrainAsync();

        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData(OutboxState.Sent)]
    [InlineData(OutboxState.Failed)]
    [InlineData(OutboxState.Discarded)]
    public async Task A_pointer_to_a_settled_mail_goes(OutboxState state)
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.Table<OutboxRow>().TryReplaceAsync(row with { State = state }, Cancellation);

        await world.SweepAsync();

        Assert.Empty(await world.AllAsync<OwedMailRow>());
        Assert.Equal(state, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_pointer_without_a_mail_goes_once_its_writer_must_be_dead()
    {
        await using MailServer server = MailServer.Start();
        await using var world = new AlertWorld(server);
        OutboxRow row = await world.OweOneAsync();
        await world.Table<OutboxRow>().DeleteAsync(row.PartitionKey, row.RowKey, Cancellation);

        world.Clock.Advance(TimeSpan.FromMinutes(30));
        await world.SweepAsync();
        Assert.Single(await world.AllAsync<OwedMailRow>());
        world.Clock.Advance(TimeSpan.FromMinutes(31));
        await world.SweepAsync();

        Assert.Empty(await world.AllAsync<OwedMailRow>());
    }
}
