using Monitor.Shared.Access;
using Monitor.Shared.Alerts;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class HeldMailsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepting_sends_every_mail_of_the_scan_and_notes_who_decided()
    {
        await using MailServer server = MailServer.Start();
        await using var world = await HoldAsync(server);
        string task = (await world.TaskAsync()).RowKey;

        Assert.Equal(HeldMailDecision.Done, await world.Get<HeldMails>().AcceptAsync(task, "key1", Cancellation));
        await world.DrainAsync();

        Assert.Equal(2, server.Received.Count);
        TaskRow decided = await world.TaskAsync();
        Assert.Equal((TaskState.Accepted, "key1", world.Clock.GetUtcNow()), (decided.State, decided.DecidedBy, decided.DecidedAt));
    }

    [Fact]
    public async Task Rejecting_discards_every_mail_of_the_scan()
    {
        await using MailServer server = MailServer.Start();
        await using var world = await HoldAsync(server);

        Assert.Equal(HeldMailDecision.Done, await world.Get<HeldMails>().RejectAsync((await world.TaskAsync()).RowKey, "key1", Cancellation));
        await world.DrainAsync();

        Assert.All(await world.AllAsync<OutboxRow>(), row => Assert.Equal(OutboxState.Discarded, row.State));
        Assert.Empty(await world.AllAsync<OwedMailRow>());
        Assert.Empty(server.Received);
    }

    [Fact]
    public async Task Deciding_the_same_again_is_harmless_and_the_opposite_changes_nothing()
    {
        await using MailServer server = MailServer.Start();
        await using var world = await HoldAsync(server);
        var held = world.Get<HeldMails>();
        string task = (await world.TaskAsync()).RowKey;
        await held.AcceptAsync(task, "key1", Cancellation);
        await world.DrainAsync();

        Assert.Equal(HeldMailDecision.Done, await held.AcceptAsync(task, "key2", Cancellation));
        Assert.Equal(HeldMailDecision.DecidedOtherwise, await held.RejectAsync(task, "key2", Cancellation));
        await world.DrainAsync();

        Assert.Equal("key1", (await world.TaskAsync()).DecidedBy);
        Assert.Equal(2, server.Received.Count);
        Assert.All(await world.AllAsync<OutboxRow>(), row => Assert.Equal(OutboxState.Sent, row.State));
    }

    [Fact]
    public async Task Two_who_decide_differently_at_once_get_one_decision()
    {
        await using MailServer server = MailServer.Start();
        await using var world = await HoldAsync(server);
        var held = world.Get<HeldMails>();
        string task = (await world.TaskAsync()).RowKey;

        HeldMailDecision[] decisions = await Task.WhenAll(
            Task.Run(() => held.AcceptAsync(task, "key1", Cancellation)), Task.Run(() => held.RejectAsync(task, "key2", Cancellation)));

        Assert.Contains(HeldMailDecision.Done, decisions);
        Assert.Contains(HeldMailDecision.DecidedOtherwise, decisions);
        Assert.Single((await world.AllAsync<OutboxRow>()).Select(row => row.State).Distinct());
    }

    [Fact]
    public async Task A_stop_after_the_decision_is_made_good_by_deciding_again()
    {
        await using MailServer server = MailServer.Start();
        await using var world = await HoldAsync(server);
        var table = world.Get<BreakingTable<OutboxRow>>();
        string task = (await world.TaskAsync()).RowKey;
        table.Breaks = _ => true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.Get<HeldMails>().AcceptAsync(task, "key1", Cancellation));

        table.Breaks = _ => false;
        await world.Get<HeldMails>().AcceptAsync(task, "key1", Cancellation);
        await world.DrainAsync();

        Assert.Equal(2, server.Received.Count);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("other")]
    public async Task Only_tasks_about_held_mails_are_decided(string key)
    {
        await using var world = new AlertWorld();
        await world.Table<TaskRow>().PutAsync(
            new TaskRow { PartitionKey = TaskRow.Partition, RowKey = "other", Kind = TaskKind.Poison, OrgNumber = "991825827" }, Cancellation);

        Assert.Equal(HeldMailDecision.NoSuchTask, await world.Get<HeldMails>().AcceptAsync(key, "key1", Cancellation));
        Assert.Equal(TaskState.Open, (await world.TaskAsync()).State);
    }

    [Fact]
    public void A_detail_that_is_none_reads_as_none() => Assert.Null(HeldMailDetail.Read("a poison message"));

    private static async Task<AlertWorld> HoldAsync(MailServer server)
    {
        var world = new AlertWorld(server, change: services => services.AddBreaking<OutboxRow>());
        await world.RegisterAsync("en@brandvik.example", "to@brandvik.example");
        await world.PlanAsync(world.Changes(hold: "massChange"));
        return world;
    }
}
