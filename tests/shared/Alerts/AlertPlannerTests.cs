using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

public sealed class AlertPlannerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task New_findings_owe_one_mail_to_each_confirmed_contact()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync("en@brandvik.example", "to@brandvik.example");

        await world.PlanAsync(world.Changes(found: 3));

        IReadOnlyList<OutboxRow> rows = await world.AllAsync<OutboxRow>();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((AlertKind.NewFindings, OutboxState.Pending), (row.Kind, row.State)));
        Assert.Equal(world.Scan.ToString(), rows[0].Scan);
        Assert.Equal(
            rows.Select(r => new SendAlertMessage(r.PartitionKey, r.RowKey)).ToHashSet(), world.Queues.Of<SendAlertMessage>().ToHashSet());
    }

    [Fact]
    public async Task Planning_twice_makes_no_further_mail()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await world.PlanAsync(world.Changes());
        OutboxRow first = await world.OutboxAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        await world.PlanAsync(world.Changes());

        Assert.Equal(first, await world.OutboxAsync());
    }

    [Fact]
    public async Task Planning_again_sends_the_message_again_only_while_the_mail_is_pending()
    {
        await using var world = new AlertWorld();
        OutboxRow row = await world.OweOneAsync();
        await world.PlanAsync(world.Changes());
        Assert.Equal(2, world.Queues.Of<SendAlertMessage>().Count);

        await world.Table<OutboxRow>().TryReplaceAsync(row with { State = OutboxState.Sent }, Cancellation);
        await world.PlanAsync(world.Changes());

        Assert.Equal(2, world.Queues.Of<SendAlertMessage>().Count);
    }

    [Fact]
    public async Task A_later_scan_owes_a_mail_of_its_own()
    {
        await using var world = new AlertWorld();
        await world.OweOneAsync();
        ScanId later = ScanId.New(world.Solution.Id, world.Clock.GetUtcNow().AddDays(7));

        await world.PlanAsync(world.Changes() with { Scan = later });

        Assert.Equal(2, (await world.AllAsync<OutboxRow>()).Count);
    }

    [Fact]
    public async Task Findings_first_seen_on_pages_not_measured_before_owe_nothing_by_themselves()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await world.PlanAsync(world.Changes(found: 0) with { FirstSeen = 20, Fixed = 5 });

        Assert.Empty(await world.AllAsync<OutboxRow>());
        Assert.Empty(world.Queues.Sent);
    }

    [Fact]
    public async Task A_reopened_finding_owes_a_mail()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await world.PlanAsync(world.Changes(found: 0, reopened: 1));

        Assert.Equal(AlertKind.NewFindings, (await world.OutboxAsync()).Kind);
    }

    [Fact]
    public async Task The_baseline_owes_one_welcome_summary_even_when_nothing_was_found()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);

        await world.PlanAsync(world.Changes(found: 0, baseline: true));

        Assert.Equal(AlertKind.Welcome, (await world.OutboxAsync()).Kind);
    }

    [Fact]
    public async Task Who_has_not_confirmed_or_has_unsubscribed_or_is_off_the_list_gets_nothing()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync("av@brandvik.example", "borte@brandvik.example");
        RecipientRow left = await world.RecipientAsync("av@brandvik.example");
        await world.Table<RecipientRow>().TryReplaceAsync(left with { UnsubscribedAt = world.Clock.GetUtcNow() }, Cancellation);
        await world.Get<RecipientBook>().ReplaceAsync(world.Agency, ["av@brandvik.example", "ny@brandvik.example"], null, Cancellation);
        // As after a stop between the list and the removal.
        await world.Table<RecipientRow>().PutAsync(
            new RecipientRow { PartitionKey = "991825827", RowKey = RecipientRow.KeyOf("borte@brandvik.example"), Email = "borte@brandvik.example", ConfirmedAt = world.Clock.GetUtcNow() },
            Cancellation);

        await world.PlanAsync(world.Changes());

        Assert.Equal(AlertKind.OptIn, (await world.OutboxAsync()).Kind);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_deregistered_agency_or_solution_is_owed_nothing(bool agency, bool solution)
    {
        await using var world = new AlertWorld();
        world.Agency.DeregisteredAt = agency ? world.Clock.GetUtcNow() : null;
        world.Solution.DeregisteredAt = solution ? world.Clock.GetUtcNow() : null;
        await world.RegisterAsync(AlertWorld.Address);

        await world.PlanAsync(world.Changes());

        Assert.Empty(await world.AllAsync<OutboxRow>());
    }

    [Theory]
    [InlineData("massChange")]
    [InlineData("engineChange")]
    public async Task Held_changes_make_one_task_for_all_mails_and_no_message(string reason)
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync("en@brandvik.example", "to@brandvik.example");

        await world.PlanAsync(world.Changes(found: 40, hold: reason));
        await world.PlanAsync(world.Changes(found: 40, hold: reason));

        IReadOnlyList<OutboxRow> rows = await world.AllAsync<OutboxRow>();
        Assert.Equal(2, rows.Count);
        Assert.All(rows, row => Assert.Equal((OutboxState.Held, reason), (row.State, row.HeldReason)));
        Assert.Empty(world.Queues.Sent);
        TaskRow task = await world.TaskAsync();
        Assert.Equal((TaskKind.HeldMail, TaskState.Open, "991825827"), (task.Kind, task.State, task.OrgNumber));
        Assert.Equal(new HeldMailDetail(world.Solution.Id, world.Scan, reason, false, 40, 0), HeldMailDetail.Read(task.Detail));
    }

    [Fact]
    public async Task Without_anybody_to_mail_there_is_nothing_to_decide()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync();

        await world.PlanAsync(world.Changes(hold: "massChange"));

        Assert.Empty(await world.AllAsync<TaskRow>());
    }

    [Fact]
    public async Task Planning_again_after_the_decision_holds_no_further_mail()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);
        await world.PlanAsync(world.Changes(hold: "massChange"));
        await world.Get<HeldMails>().AcceptAsync((await world.TaskAsync()).RowKey, "key", Cancellation);
        await world.RegisterAsync("ny@brandvik.example");

        await world.PlanAsync(world.Changes(hold: "massChange"));

        Assert.Equal(OutboxState.Pending, (await world.OutboxAsync()).State);
    }

    [Fact]
    public async Task A_stop_after_the_row_and_before_its_message_is_made_good_by_planning_again()
    {
        await using var world = new AlertWorld(change: services => services.AddBreaking<OutboxRow>());
        await world.RegisterAsync(AlertWorld.Address);
        world.Get<BreakingTable<OutboxRow>>().BreaksAfterInsert = _ => true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => world.PlanAsync(world.Changes()));
        Assert.Empty(world.Queues.Sent);

        world.Get<BreakingTable<OutboxRow>>().BreaksAfterInsert = _ => false;
        await world.PlanAsync(world.Changes());

        await world.OutboxAsync();
        Assert.Single(world.Queues.Of<SendAlertMessage>());
    }

    [Fact]
    public async Task An_obligation_is_told_once_for_each_time_it_becomes_not_met()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);
        var planner = world.Get<AlertPlanner>();
        ObligationAlert alert = ObligationMailTests.Alert(world.Clock.GetUtcNow());

        await planner.PlanObligationAsync(world.Agency, alert, Cancellation);
        await planner.PlanObligationAsync(world.Agency, alert with { Evidence = [new Evidence("x", "seen later", null)] }, Cancellation);
        Assert.Equal(AlertKind.Obligation, (await world.OutboxAsync()).Kind);

        await planner.PlanObligationAsync(world.Agency, alert with { Turn = 3 }, Cancellation);
        Assert.Equal(2, (await world.AllAsync<OutboxRow>()).Count);
    }

    [Fact]
    public async Task A_deregistered_agency_hears_of_no_obligation()
    {
        await using var world = new AlertWorld();
        await world.RegisterAsync(AlertWorld.Address);
        AgencyRow gone = world.Agency with { DeregisteredAt = world.Clock.GetUtcNow() };

        await world.Get<AlertPlanner>().PlanObligationAsync(gone, ObligationMailTests.Alert(world.Clock.GetUtcNow()), Cancellation);

        Assert.Empty(await world.AllAsync<OutboxRow>());
    }
}
