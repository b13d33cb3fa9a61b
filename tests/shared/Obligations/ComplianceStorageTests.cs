using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class ComplianceStorageTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 30, 0, TimeSpan.Zero);
    private static readonly OrgNumber Agency = OrgNumber.Parse("310000205");
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider clock = new(Start);
    private readonly ServiceProvider services;

    public ComplianceStorageTests() =>
        services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddAlerts(new ConfigurationBuilder().Build()).AddObligations().AddMemoryStorage().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Every_change_of_outcome_is_kept_in_the_history_newest_first()
    {
        await RecordAsync(ObligationResult.CantTell("noneRegistered"), 0);
        await RecordAsync(ObligationResult.CantTell("noneRegistered"), 24);
        await RecordAsync(ObligationResult.Met(), 24);

        var history = await AllAsync<ComplianceHistoryRow>(ComplianceRow.Observed("1.3-data-catalogue"));
        Assert.Equal(
            [(ObligationOutcome.Met, Start.AddHours(48)), (ObligationOutcome.CantTell, Start)],
            history.Select(h => (h.Outcome, h.Since)));
        Assert.All(history, h => Assert.Equal("H-8/18", h.Edition));
    }

    [Fact]
    public async Task The_same_message_twice_changes_nothing()
    {
        await RecordAsync(ObligationResult.NotMet("noEntry"), 0);
        await RecordAsync(ObligationResult.NotMet("noEntry"), 0.01);

        ComplianceRow row = Assert.Single(await AllAsync<ComplianceRow>(""));
        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue), (row.Outcome, row.Reason));
        Assert.Single(await AllAsync<ComplianceHistoryRow>(""));
    }

    [Fact]
    public async Task A_history_row_lost_in_a_crash_is_written_by_the_next_observation()
    {
        await RecordAsync(ObligationResult.Met(), 0);
        ComplianceHistoryRow lost = Assert.Single(await AllAsync<ComplianceHistoryRow>(""));
        await Table<ComplianceHistoryRow>().DeleteAsync(lost.PartitionKey, lost.RowKey, Cancellation);

        await RecordAsync(ObligationResult.Met(), 24);

        Assert.Equal(lost.RowKey, Assert.Single(await AllAsync<ComplianceHistoryRow>("")).RowKey);
    }

    [Fact]
    public async Task The_reader_shows_what_is_stored_for_the_agency()
    {
        await PutAgencyAsync();
        await RecordAsync(ObligationResult.Met(new Evidence("data.norge.no SPARQL", "3 datasets.", null)), 0);

        ComplianceMatrix matrix = await services.GetRequiredService<ComplianceReader>().ReadAsync(await PutAgencyAsync(), Cancellation);

        Assert.Equal(("Direktoratet", BodyType.State), (matrix.Agency.Name, matrix.Agency.BodyType));
        Assert.Equal(ObligationOutcome.Met, Entry(matrix, "1.3-data-catalogue").Outcome);
        Assert.Equal(ObligationOutcome.Met, Entry(matrix, "1.6-data-catalogue").Outcome);
    }

    [Fact]
    public async Task Nothing_measured_means_no_word_on_universal_design()
    {
        await PutSolutionAsync(measured: false);

        ObligationEntry entry = await JudgeSiteAsync();

        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NoScan), (entry.Outcome, entry.Reason));
    }

    [Theory]
    [InlineData(FindingState.FirstSeen, ObligationOutcome.NotMet)]
    [InlineData(FindingState.New, ObligationOutcome.NotMet)]
    [InlineData(FindingState.Persisting, ObligationOutcome.NotMet)]
    [InlineData(FindingState.Reopened, ObligationOutcome.NotMet)]
    [InlineData(FindingState.Unconfirmed, ObligationOutcome.CantTell)]
    [InlineData(FindingState.NotVerified, ObligationOutcome.CantTell)]
    [InlineData(FindingState.Fixed, ObligationOutcome.CantTell)]
    [InlineData(FindingState.Closed, ObligationOutcome.CantTell)]
    public async Task Universal_design_is_not_met_by_a_confirmed_open_failure_and_never_met(FindingState state, ObligationOutcome expected)
    {
        SolutionRow solution = await PutSolutionAsync(measured: true);
        await PutFindingAsync(solution, state, setAside: false);

        ObligationEntry entry = await JudgeSiteAsync();

        Assert.Equal(expected, entry.Outcome);
        Evidence evidence = Assert.Single(entry.Evidence);
        Assert.Equal(solution.Url, evidence.Url);
        Assert.Contains("tested 28 of 30 sampled pages and 31 of 48 criteria", evidence.Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_finding_that_is_set_aside_accuses_nobody()
    {
        SolutionRow solution = await PutSolutionAsync(measured: true);
        await PutFindingAsync(solution, FindingState.Persisting, setAside: true);

        Assert.Equal(ObligationOutcome.CantTell, (await JudgeSiteAsync()).Outcome);
    }

    [Theory]
    [InlineData("wcag-2.2-aa", "2.5.8", ObligationOutcome.CantTell)]
    [InlineData("wcag-2.2-aa", "1.4.10", ObligationOutcome.CantTell)]
    [InlineData("wcag-2.2-aa", "1.1.1", ObligationOutcome.NotMet)]
    [InlineData("no-public-2024", "1.4.10", ObligationOutcome.NotMet)]
    public async Task What_a_standard_asks_for_and_no_law_is_no_breach(string regulation, string wcag, ObligationOutcome expected)
    {
        SolutionRow solution = await Table<SolutionRow>().PutAsync(await PutSolutionAsync(measured: true) with { Regulation = regulation }, Cancellation);
        FindingRow finding = await PutFindingAsync(solution, FindingState.Persisting, setAside: false);
        await Table<FindingRow>().PutAsync(finding with { Wcag = wcag }, Cancellation);

        Assert.Equal(expected, (await JudgeSiteAsync()).Outcome);
    }

    [Fact]
    public async Task A_deregistered_agency_is_left_alone()
    {
        AgencyRow agency = await PutAgencyAsync();
        await Table<AgencyRow>().PutAsync(agency with { DeregisteredAt = Start }, Cancellation);

        await services.GetRequiredService<SiteObligations>().RefreshAsync(Agency, Cancellation);

        Assert.Empty(await AllAsync<ComplianceRow>(""));
    }

    private async Task<ObligationEntry> JudgeSiteAsync()
    {
        AgencyRow agency = await PutAgencyAsync();
        await services.GetRequiredService<SiteObligations>().RefreshAsync(Agency, Cancellation);
        return Entry(await services.GetRequiredService<ComplianceReader>().ReadAsync(agency, Cancellation), "1.8-universal-design");
    }

    private Task<ComplianceRow> RecordAsync(ObligationResult result, double hoursLater)
    {
        clock.Advance(TimeSpan.FromHours(hoursLater));
        return services.GetRequiredService<ComplianceRecorder>().RecordAsync(Agency, "1.3-data-catalogue", result, Cancellation);
    }

    private Task<AgencyRow> PutAgencyAsync() => Table<AgencyRow>().PutAsync(
        new AgencyRow
        {
            PartitionKey = AgencyRow.Partition,
            RowKey = Agency.Value,
            Name = "Direktoratet",
            BodyType = BodyType.State,
            OrganisationForm = "ORGL",
            RegistryStatus = RegistryStatus.Live,
        },
        Cancellation);

    private async Task<SolutionRow> PutSolutionAsync(bool measured)
    {
        var id = SolutionId.New(Agency);
        var scan = ScanId.New(id, Start);
        await Table<ScanRow>().PutAsync(
            new ScanRow { PartitionKey = id.ToString(), RowKey = scan.ToString(), PagesAudited = 28, PagesSampled = 30, CriteriaTested = 31 }, Cancellation);
        return await Table<SolutionRow>().PutAsync(
            new SolutionRow
            {
                PartitionKey = Agency.Value,
                RowKey = id.ToString(),
                Url = "https://www.eksempel.example/",
                Regulation = "no-public-2024",
                LastScan = measured ? scan.ToString() : null,
            },
            Cancellation);
    }

    private Task<FindingRow> PutFindingAsync(SolutionRow solution, FindingState state, bool setAside) => Table<FindingRow>().PutAsync(
        new FindingRow
        {
            PartitionKey = Agency.Value,
            RowKey = FindingRow.KeyOf(solution.Id, "abcdefghijklmnopqrstuvwxyz"),
            State = state,
            Wcag = "1.4.3 1.1.1",
            SetAsideReason = setAside ? SetAsideReason.FalsePositive : null,
            SetAsideUntil = setAside ? Start.AddDays(30) : null,
        },
        Cancellation);

    private ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => services.GetRequiredService<ITable<TRow>>();

    private async Task<List<TRow>> AllAsync<TRow>(string prefix) where TRow : Row, IStoredRow, new()
    {
        var rows = new List<TRow>();
        await foreach (TRow row in Table<TRow>().ReadAsync(Agency.Value, prefix, Cancellation))
            rows.Add(row);
        return rows;
    }

    private static ObligationEntry Entry(ComplianceMatrix matrix, string id) => matrix.Obligations.Single(o => o.Id == id);
}
