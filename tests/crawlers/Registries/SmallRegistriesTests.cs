using Monitor.Crawlers.Registries.Doffin;
using Monitor.Crawlers.Registries.EInnsyn;
using Monitor.Crawlers.Registries.Geonorge;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>1.6-einnsyn, 1.3-geodata and 1.10-tendering.</summary>
public sealed class SmallRegistriesTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Full_text_of_the_last_ninety_days_meets()
    {
        ObligationResult result = await JudgeAsync<EInnsynCheck>(StubAgencies.Directorate);

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Equal("The newest journal entry with full text was published on 2026-11-19.", Assert.Single(result.Evidence).Fact);
    }

    [Fact]
    public async Task Nothing_at_einnsyn_accuses_nobody()
    {
        ObligationResult result = await JudgeAsync<EInnsynCheck>(StubAgencies.Inspectorate);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoneRegistered), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task A_key_for_einnsyn_is_sent_only_where_one_is_configured()
    {
        await using RegistryHost without = await StartAsync();
        await using RegistryHost with = await StartAsync(settings: ("Monitor:Registries:EInnsyn:ApiKey", "hemmelig"));

        foreach (RegistryHost host in (RegistryHost[])[without, with])
            await host.JudgeAsync<EInnsynCheck>(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);

        Assert.All(without.Stub.Requests.Where(r => r.Registry == StubRegistry.EInnsyn), r => Assert.Equal("", r.Key));
        Assert.All(with.Stub.Requests.Where(r => r.Registry == StubRegistry.EInnsyn), r => Assert.Equal("hemmelig", r.Key));
    }

    [Fact]
    public async Task An_inspire_dataset_under_the_registered_name_meets_whatever_its_case()
    {
        ObligationResult result = await JudgeAsync<GeodataCheck>(StubAgencies.Directorate);

        Assert.Equal(ObligationOutcome.Met, result.Outcome);
        Assert.Equal("INSPIRE datasets under the name Direktoratet for eksempler: 1, among them “Eksempelgrenser”.", Assert.Single(result.Evidence).Fact);
    }

    [Theory]
    [InlineData("310000507")]
    [InlineData("310000302")]
    public async Task Neither_a_service_nor_another_initiative_is_an_inspire_dataset(string number)
    {
        ObligationResult result = await JudgeAsync<GeodataCheck>(new StubAgency(number, ""));

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoneRegistered), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Without_the_bodys_name_geonorge_cannot_be_asked()
    {
        await using RegistryHost host = await StartAsync();
        host.Stub.Fail(StubRegistry.Enhetsregisteret, StubFailure.ServerError);

        ObligationResult result = await host.JudgeAsync<GeodataCheck>(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown), (result.Outcome, result.Reason));
        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.Geonorge);
    }

    [Fact]
    public async Task Notices_are_counted_where_the_body_is_the_buyer()
    {
        ObligationResult result = await JudgeAsync<TenderingCheck>(StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (result.Outcome, result.Reason));
        Evidence notice = Assert.Single(result.Evidence);
        Assert.Contains(": 1. The newest, “Rammeavtale for eksempler”, is of 2026-10-01.", notice.Fact, StringComparison.Ordinal);
        Assert.Equal("https://www.doffin.no/notices/2026-900001", notice.Url);
    }

    [Fact]
    public async Task Without_a_key_doffin_is_not_asked()
    {
        await using RegistryHost host = await StartAsync(settings: ("Monitor:Registries:Doffin:SubscriptionKey", ""));

        ObligationResult result = await host.JudgeAsync<TenderingCheck>(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NoKey, false), (result.Outcome, result.Reason, result.Determined));
        Assert.DoesNotContain(host.Stub.Requests, r => r.Registry == StubRegistry.Doffin);
    }

    [Fact]
    public async Task A_wrong_key_is_no_answer()
    {
        await using RegistryHost host = await StartAsync(settings: ("Monitor:Registries:Doffin:SubscriptionKey", "expired"));

        ObligationResult result = await host.JudgeAsync<TenderingCheck>(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), Cancellation);

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Refused), (result.Outcome, result.Reason));
    }

    [Fact]
    public async Task Recorded_answers_are_read()
    {
        RegistryLane lane = RegistryLane.Recorded();
        await using RegistryHost host = await RegistryHost.StartAsync(lane.Samples, new MovedClock(Now));

        Assert.Equal(ObligationOutcome.Met, (await host.JudgeAsync<EInnsynCheck>(OrgNumber.Parse("991825827"), Cancellation)).Outcome);
        Assert.Equal(ObligationReasons.NoneRegistered, (await host.JudgeAsync<EInnsynCheck>(OrgNumber.Parse("974760673"), Cancellation)).Reason);
        Assert.Equal(ObligationReasons.IndicatorOnly, (await host.JudgeAsync<TenderingCheck>(OrgNumber.Parse("974760673"), Cancellation)).Reason);
        Assert.IsType<Crawlers.Registries.Http.RegistryAnswer<InspireDatasets>.Found>(await host.Get<GeonorgeClient>().FindAsync("KARTVERKET", Cancellation));
    }

    private static Task<RegistryHost> StartAsync(params (string Name, string Value)[] settings) =>
        RegistryHost.StartAsync(clock: new MovedClock(Now), settings: settings);

    private static async Task<ObligationResult> JudgeAsync<TCheck>(StubAgency agency) where TCheck : IObligationCheck
    {
        await using RegistryHost host = await StartAsync();
        return await host.JudgeAsync<TCheck>(OrgNumber.Parse(agency.OrgNumber), Cancellation);
    }
}
