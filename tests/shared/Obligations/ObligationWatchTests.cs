using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Obligations;
using Monitor.Shared.Tests.Alerts;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

/// <summary>When an agency is told that an obligation is not met.</summary>
public sealed class ObligationWatchTests
{
    private static readonly ObligationResult NotMet = ObligationResult.NotMet(ObligationReasons.NotInElma, new Evidence("ELMA/PEPPOL", "No entry.", null));
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_confirmed_not_met_is_told_once_and_an_outage_in_between_is_no_new_turn()
    {
        await using AlertWorld world = await WorldAsync();

        await RecordAsync(world, NotMet);
        Assert.Empty(await world.AllAsync<OutboxRow>());
        await RecordAsync(world, NotMet, hoursLater: 24);
        OutboxRow told = Assert.Single(await world.AllAsync<OutboxRow>());
        await RecordAsync(world, ObligationResult.NotDetermined(ObligationReasons.RegistryDown), hoursLater: 24);
        await RecordAsync(world, NotMet, hoursLater: 24);
        await world.DrainAsync();
        await RecordAsync(world, NotMet, hoursLater: 24);

        Assert.Equal(AlertKind.Obligation, told.Kind);
        Assert.Equal(told.RowKey, Assert.Single(await world.AllAsync<OutboxRow>()).RowKey);
    }

    [Fact]
    public async Task Whoever_says_yes_to_mails_later_is_not_told_of_what_was_so_before()
    {
        await using AlertWorld world = await WorldAsync();
        ObligationResult sure = ObligationResult.ConfirmedNotMet(ObligationReasons.NotUtf8);
        await RecordAsync(world, sure);
        world.Clock.Advance(TimeSpan.FromHours(1));
        await world.Get<RecipientBook>().AddConfirmedAsync(world.Agency, "ny@brandvik.example", Cancellation);

        await RecordAsync(world, sure, hoursLater: 24);

        Assert.Equal(RecipientRow.KeyOf(AlertWorld.Address), Assert.Single(await world.AllAsync<OutboxRow>()).Recipient);
    }

    [Fact]
    public async Task What_was_met_in_between_is_told_again()
    {
        await using AlertWorld world = await WorldAsync();
        ObligationResult sure = ObligationResult.ConfirmedNotMet(ObligationReasons.NotUtf8);

        await RecordAsync(world, sure);
        await RecordAsync(world, ObligationResult.Met(), hoursLater: 24);
        await RecordAsync(world, sure, hoursLater: 24);

        Assert.Equal(2, (await world.AllAsync<OutboxRow>()).Count);
    }

    [Theory]
    [InlineData("1.6-registers", BodyType.State, false)]
    [InlineData("1.7-mailbox-info", BodyType.State, false)]
    [InlineData("1.10-einvoice-receive", BodyType.Other, false)]
    [InlineData("1.10-einvoice-receive", null, false)]
    [InlineData("1.10-einvoice-receive", BodyType.Municipality, true)]
    public async Task Only_what_a_law_demands_of_this_body_is_told(string obligation, BodyType? type, bool told)
    {
        await using AlertWorld world = await WorldAsync();

        await RecordAsync(world, ObligationResult.ConfirmedNotMet(ObligationReasons.NotInElma), obligation, type: type);

        Assert.Equal(told, (await world.AllAsync<OutboxRow>()).Count == 1);
    }

    [Fact]
    public async Task What_another_mail_tells_has_none_of_its_own()
    {
        await using AlertWorld world = await WorldAsync();

        await RecordAsync(world, ObligationResult.ConfirmedNotMet(ObligationReasons.ConfirmedFailures), "1.8-universal-design");

        Assert.Empty(await world.AllAsync<OutboxRow>());
    }

    private static async Task<AlertWorld> WorldAsync()
    {
        var world = new AlertWorld(change: services => services.AddObligations());
        await world.RegisterAsync(AlertWorld.Address);
        return world;
    }

    private static async Task RecordAsync(
        AlertWorld world, ObligationResult result, string obligation = "1.10-einvoice-receive", double hoursLater = 0, BodyType? type = BodyType.State)
    {
        world.Clock.Advance(TimeSpan.FromHours(hoursLater));
        await world.Table<AgencyRow>().PutAsync(world.Agency with { BodyType = type, RegistryStatus = RegistryStatus.Live }, Cancellation);
        await world.Get<ComplianceRecorder>().RecordAsync(world.Agency.OrgNumber, obligation, result, Cancellation);
        await world.Get<ObligationWatch>().TellAsync(world.Agency.OrgNumber, Cancellation);
    }
}
