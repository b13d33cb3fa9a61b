using Monitor.Crawlers.Registries;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>The nightly look at the registries, over storage in memory.</summary>
public sealed class CheckAgencyHandlerTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 30, 0, TimeSpan.Zero);
    private static readonly OrgNumber Directorate = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly MovedClock clock = new(Start);
    private RegistryHost host = null!;

    public async ValueTask InitializeAsync() => host = await RegistryHost.StartAsync(clock: clock);

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task The_agency_takes_up_what_its_entry_says()
    {
        await RegisterAsync(Directorate);

        AgencyRow agency = await CheckAsync(Directorate);

        Assert.Equal(("DIREKTORATET FOR EKSEMPLER", "ORGL", "6100", "310000302"), (agency.Name, agency.OrganisationForm, agency.SectorCode, agency.Parent));
        Assert.Equal((RegistryStatus.Live, BodyType.State, false), (agency.RegistryStatus, agency.BodyType, agency.Ministry));
        Assert.Equal("www.eksempeldirektoratet.example", agency.Website);
        Assert.Equal(Start, agency.RegistriesCheckedAt);
    }

    [Fact]
    public async Task A_supervisors_word_on_the_kind_of_body_stands()
    {
        await RegisterAsync(Directorate, row => row with { BodyTypeOverridden = true, BodyType = BodyType.Other, Ministry = false });

        Assert.Equal(BodyType.Other, (await CheckAsync(Directorate)).BodyType);
    }

    [Fact]
    public async Task No_answer_takes_nothing_away()
    {
        await RegisterAsync(Directorate);
        AgencyRow before = await CheckAsync(Directorate);
        host.Stub.Fail(StubRegistry.Enhetsregisteret, StubFailure.ServerError);
        clock.Advance(TimeSpan.FromHours(24));

        AgencyRow after = await CheckAsync(Directorate);

        Assert.Equal(
            (before.Name, before.BodyType, before.RegistryStatus, before.OrganisationForm, before.Website),
            (after.Name, after.BodyType, after.RegistryStatus, after.OrganisationForm, after.Website));
        Assert.Equal(Start.AddHours(24), after.RegistriesCheckedAt);
    }

    [Theory]
    [InlineData("310000604", RegistryStatus.Deleted)]
    [InlineData("310000701", RegistryStatus.Deleted)]
    [InlineData("310000809", RegistryStatus.NotRegistered)]
    public async Task A_body_that_is_gone_keeps_its_name_and_is_marked(string number, RegistryStatus status)
    {
        var agency = OrgNumber.Parse(number);
        await RegisterAsync(agency);

        AgencyRow row = await CheckAsync(agency);

        Assert.Equal((status, "Som tilsynet skrev"), (row.RegistryStatus, row.Name));
    }

    [Fact]
    public async Task What_was_observed_is_stored_and_shown()
    {
        await RegisterAsync(Directorate);

        ComplianceMatrix matrix = await host.Get<ComplianceReader>().ReadAsync(await CheckAsync(Directorate), Cancellation);

        Assert.Equal(ObligationOutcome.Met, Entry(matrix, "1.3-data-catalogue").Outcome);
        Assert.Equal(ObligationOutcome.Met, Entry(matrix, "1.1-norge-no").Outcome);
        Assert.Equal(ObligationReasons.NoScan, Entry(matrix, "1.8-universal-design").Reason);
        Assert.Equal(ObligationCatalogue.Current.Obligations.Count, matrix.Obligations.Count);
    }

    [Fact]
    public async Task An_outage_leaves_the_row_untested_and_says_why()
    {
        await RegisterAsync(Directorate);
        await CheckAsync(Directorate);
        host.Stub.Fail(StubRegistry.Sparql, StubFailure.TooManyRequests);
        host.Stub.Fail(StubRegistry.Search, StubFailure.HalfBody);
        clock.Advance(TimeSpan.FromHours(24));

        ObligationEntry entry = Entry(await host.Get<ComplianceReader>().ReadAsync(await CheckAsync(Directorate), Cancellation), "1.3-data-catalogue");

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.Throttled), (entry.Outcome, entry.Reason));
    }

    [Fact]
    public async Task The_same_message_twice_leaves_the_same_rows()
    {
        await RegisterAsync(Directorate);
        await CheckAsync(Directorate);
        List<ComplianceRow> once = await RowsAsync();

        await CheckAsync(Directorate);

        List<ComplianceRow> twice = await RowsAsync();
        Assert.Equal(once.Select(Facts), twice.Select(Facts));
        Assert.NotEmpty(once);

        static (string, ObligationOutcome, string?, string, DateTimeOffset?) Facts(ComplianceRow row) =>
            (row.RowKey, row.Outcome, row.Reason, row.EvidenceJson, row.OutcomeSince);
    }

    [Fact]
    public async Task The_registered_web_address_is_held_against_the_solutions()
    {
        await RegisterAsync(Directorate);
        await host.Get<ITable<SolutionRow>>().PutAsync(
            new SolutionRow { PartitionKey = Directorate.Value, RowKey = SolutionId.New(Directorate).ToString(), Url = "https://eksempeldirektoratet.example/nn/" }, Cancellation);

        ObligationEntry entry = Entry(await host.Get<ComplianceReader>().ReadAsync(await CheckAsync(Directorate), Cancellation), "1.6-registers");

        Assert.Equal(ObligationOutcome.CantTell, entry.Outcome);
        Assert.Contains(entry.Evidence, e => e.Fact.EndsWith("which is one of the registered solutions.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_deregistered_or_unknown_agency_is_not_asked_about()
    {
        await RegisterAsync(Directorate, row => row with { DeregisteredAt = Start });

        await CheckAsync(Directorate);
        await host.Get<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(OrgNumber.Parse(StubAgencies.County.OrgNumber)), Cancellation);

        Assert.Empty(host.Stub.Requests);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public async Task The_scheduler_orders_every_agency_that_is_registered_and_spreads_them_out()
    {
        await RegisterAsync(Directorate);
        await RegisterAsync(OrgNumber.Parse(StubAgencies.Ministry.OrgNumber), row => row with { DeregisteredAt = Start });
        await RegisterAsync(OrgNumber.Parse(StubAgencies.Municipality.OrgNumber));

        await host.Get<RegistryScheduler>().RunAsync(Cancellation);

        var sent = host.Get<MemoryQueues>();
        Assert.Equal(
            [StubAgencies.Municipality.OrgNumber, StubAgencies.Directorate.OrgNumber],
            sent.Of<CheckAgencyMessage>().Select(m => m.Agency.Value));
        Assert.Equal([Start, Start.AddSeconds(12)], sent.Sent.Select(m => m.VisibleAt));
    }

    private Task<AgencyRow> RegisterAsync(OrgNumber number, Func<AgencyRow, AgencyRow>? with = null)
    {
        var row = new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = number.Value, Name = "Som tilsynet skrev", CreatedAt = Start };
        return host.Get<ITable<AgencyRow>>().PutAsync(with is null ? row : with(row), Cancellation);
    }

    private async Task<AgencyRow> CheckAsync(OrgNumber number)
    {
        await host.Get<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(number), Cancellation);
        return (await host.Get<ITable<AgencyRow>>().FindAsync(AgencyRow.Partition, number.Value, Cancellation))!;
    }

    private async Task<List<ComplianceRow>> RowsAsync()
    {
        var rows = new List<ComplianceRow>();
        await foreach (ComplianceRow row in host.Get<ITable<ComplianceRow>>().ReadAllAsync(Cancellation))
            rows.Add(row);
        return rows;
    }

    private static ObligationEntry Entry(ComplianceMatrix matrix, string id) => matrix.Obligations.Single(o => o.Id == id);
}
