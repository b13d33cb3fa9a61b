using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries;
using Monitor.Local.Demo;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Processes;
using Xunit;

namespace Monitor.Local.Tests.Demo;

/// <summary>What the demo's statements declare, held against what a scan of its sites finds: the demo's own pages, settings and registries, over storage in memory.</summary>
public sealed class DemoStatementTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly MovedClock clock = new(TimeProvider.System.GetUtcNow());
    private DemoWorld demo = null!;
    private ServiceProvider services = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        demo = await DemoWorld.StartAsync(FreePort.Next(), folder.Path, clock, Cancellation);
        var settings = new Dictionary<string, string?>(demo.Settings) { ["Monitor:Scans:HostDelaySeconds"] = "0" };
        // A date that stands still brings nobody's next turn nearer.
        foreach (StubRegistry registry in Enum.GetValues<StubRegistry>())
            settings[$"Monitor:Registries:{registry}:RateLimit"] = "10000";
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddRegistries(configuration).AddAlerts(configuration).AddMemoryStorage().BuildServiceProvider();
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await demo.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_municipality_calls_met_what_its_site_breaks_and_that_is_not_met_once_it_is_seen_twice()
    {
        await MeasureAsync(StubAgencies.Municipality, demo.Municipality.Address);

        ObligationEntry first = await CheckAsync(StubAgencies.Municipality);
        Assert.Empty(await MailedAsync());
        clock.Advance(TimeSpan.FromHours(21));
        ObligationEntry second = await CheckAsync(StubAgencies.Municipality);

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue), (first.Outcome, first.Reason));
        Assert.Equal((ObligationOutcome.NotMet, ObligationReasons.StatementContradicted), (second.Outcome, second.Reason));
        Assert.Contains(second.Evidence, e => e.Fact == "The statement calls criteria 1.1.1 met, and we have confirmed failures of them.");
        Assert.Contains("1.8-statement", await MailedAsync());
        Assert.Contains(second.Evidence, e => e.Fact.Contains("It declares 5 of 48 criteria broken.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_directorate_declares_all_that_its_site_breaks()
    {
        await MeasureAsync(StubAgencies.Directorate, demo.Directorate.Address);

        ObligationEntry entry = await CheckAsync(StubAgencies.Directorate);

        Assert.Equal((ObligationOutcome.Met, null), (entry.Outcome, entry.Reason));
    }

    /// <summary>Scans a site and stores what failed as confirmed, as the flow does after its second look.</summary>
    private async Task MeasureAsync(StubAgency agency, Uri site)
    {
        await using MonitorProcess scan = await MonitorProcess.RunAsync(
            ["scan", site.ToString(), "--allow-private-addresses", "--delay", "0", "--concurrency", "2", "--format", "json"], Cancellation);
        Assert.True(scan.ExitCode == 1, scan.Error);
        using JsonDocument result = JsonDocument.Parse(scan.Output);

        var number = OrgNumber.Parse(agency.OrgNumber);
        var solution = SolutionId.New(number);
        var row = new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = number.Value, Name = agency.Name };
        await Put(row);
        await services.GetRequiredService<RecipientBook>().AddConfirmedAsync(row, "post@etaten.example", Cancellation);
        await Put(new SolutionRow
        {
            PartitionKey = number.Value,
            RowKey = solution.ToString(),
            Url = site.ToString(),
            Regulation = RegulationCatalogue.DefaultId,
            LastScan = result.RootElement.GetProperty("scan").GetProperty("id").GetString(),
        });
        foreach (JsonElement finding in result.RootElement.GetProperty("findings").EnumerateArray().Where(f => f.GetProperty("outcome").GetString() == "failed"))
        {
            await Put(new FindingRow
            {
                PartitionKey = number.Value,
                RowKey = FindingRow.KeyOf(solution, finding.GetProperty("fingerprint").GetString()!),
                State = FindingState.FirstSeen,
                Wcag = string.Join(' ', finding.GetProperty("wcag").EnumerateArray().Select(w => w.GetString())),
            });
        }

        Task Put<TRow>(TRow row) where TRow : Row, IStoredRow, new() => services.GetRequiredService<ITable<TRow>>().PutAsync(row, Cancellation);
    }

    /// <summary>The obligations that mails are owed about, by what was frozen for them.</summary>
    private async Task<IReadOnlyList<string>> MailedAsync()
    {
        var blobs = services.GetRequiredService<IBlobs>();
        List<string> mailed = [];
        await foreach (OutboxRow mail in services.GetRequiredService<ITable<OutboxRow>>().ReadAllAsync(Cancellation))
        {
            JsonDocument facts = (await blobs.ReadJsonAsync<JsonDocument>($"mail/{mail.RowKey.Split('-')[0]}.json", Cancellation))!;
            mailed.Add(facts.RootElement.GetProperty("obligation").GetProperty("obligation").GetString()!);
        }
        return mailed;
    }

    private async Task<ObligationEntry> CheckAsync(StubAgency agency)
    {
        var number = OrgNumber.Parse(agency.OrgNumber);
        await services.GetRequiredService<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(number), Cancellation);
        AgencyRow row = (await services.GetRequiredService<ITable<AgencyRow>>().FindAsync(number, Cancellation))!;
        ComplianceMatrix matrix = await services.GetRequiredService<ComplianceReader>().ReadAsync(row, Cancellation);
        return matrix.Obligations.Single(o => o.Id == "1.8-statement");
    }
}
