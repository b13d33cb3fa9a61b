using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;

namespace Monitor.Functions.Tests.Dashboard;

/// <summary>A host with something on every page: made-up bodies whose names, titles and markup try to break out.</summary>
internal sealed class DashboardWorld : IAsyncDisposable
{
    public const string Hostile = "<script>alert(1)</script>\"'&";

    private DashboardWorld(TestHost host) => Host = host;

    public TestHost Host { get; }
    public OrgNumber Agency { get; } = TestHost.Own;
    public SolutionId Solution { get; } = SolutionId.Parse("999888771-aaaaaaaa");
    public SolutionId Unmeasured { get; } = SolutionId.Parse("999888771-bbbbbbbb");
    public ScanId Finished { get; private set; }
    public ScanId Failed { get; private set; }
    public ScanId Running { get; private set; }
    public string Finding { get; } = Fingerprint.For("image-alt", "main>img");
    public string Aside { get; } = Fingerprint.For("color-contrast", "main>p");
    public string OptInToken { get; private set; } = "";
    public string UnsubscribeToken { get; private set; } = "";
    public string SupervisorKey { get; private set; } = "";
    public string AgencyKey { get; private set; } = "";

    /// <param name="configure">Replaces services.</param>
    public static async Task<DashboardWorld> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var world = new DashboardWorld(await TestHost.StartAsync(configure, settings: [new("Monitor:Site:Contact", "post@monitor.example")]));
        await world.SeedAsync();
        return world;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task Put<TRow>(params TRow[] rows) where TRow : Row, IStoredRow, new() => Host.Table<TRow>().PutAllAsync(rows, Cancellation);

    private async Task SeedAsync()
    {
        DateTimeOffset now = TestHost.Start;
        Finished = ScanId.New(Solution, now.AddDays(-2));
        Failed = ScanId.New(Unmeasured, now.AddDays(-1));
        Running = ScanId.New(Solution, now.AddHours(-1));
        await Put(
            Body(Agency, "Fiktiv kommune " + Hostile) with { BodyType = BodyType.Municipality, RegistryStatus = RegistryStatus.Live, RegistriesCheckedAt = now, Website = "www.fiktiv.example", OrganisationForm = "KOMM" },
            Body(TestHost.Foreign, "Øvre Ås etat"));
        await Put(Site(Solution, "Nettsted " + Hostile) with { LastScan = Finished.ToString(), ActiveScan = Running.ToString(), HasBaseline = true },
            Site(Unmeasured, "Skjemaportal") with { Paused = true, Url = "https://skjema.example/", RobotsOverrideReason = "Avtalt med eieren", RobotsOverrideBy = "key" });
        await Put([.. ScanSeeds.Scans(this)]);
        await Put([.. ScanSeeds.Pages(this)]);
        await Put([.. ScanSeeds.Trend(this)]);
        await Put([.. FindingSeeds.Findings(this)]);
        await Put([.. FindingSeeds.Occurrences(this)]);
        await Put(FindingSeeds.Summary(this));
        await Put([.. FindingSeeds.Tasks(this)]);
        await Host.Blobs.WriteAsync("evidence/shot.png", BinaryData.FromBytes(FindingSeeds.Png), "image/png", Cancellation);
        await Host.Blobs.WriteAsync(ScanBlobs.ResultOf(Finished), BinaryData.FromObjectAsJson(ScanSeeds.Result(this), MonitorJson.Options), "application/json", Cancellation);
        await DeclarationSeeds.PutAsync(this);
        await Host.Get<OverviewBuilder>().RunAsync(Cancellation);
        await Host.Get<NationalObligationsBuilder>().RunAsync(Cancellation);

        AgencyRow agency = (await Host.Table<AgencyRow>().FindAsync(AgencyRow.Partition, Agency.Value, Cancellation))!;
        await Host.Get<RecipientBook>().ReplaceAsync(agency, ["kontakt@fiktiv.example"], null, Cancellation);
        // As the mails make them.
        string link = $"{Agency} {RecipientRow.KeyOf("kontakt@fiktiv.example")}";
        OptInToken = Host.Get<IDataProtectionProvider>().CreateProtector("Monitor.Alerts.OptIn.v1").Protect(link);
        UnsubscribeToken = Host.Get<IDataProtectionProvider>().CreateProtector("Monitor.Alerts.Unsubscribe.v1").Protect(link);
        SupervisorKey = await Host.SupervisorKeyAsync();
        AgencyKey = await Host.AgencyKeyAsync(Agency);
    }

    private static AgencyRow Body(OrgNumber number, string name) => new()
    {
        PartitionKey = AgencyRow.Partition,
        RowKey = number.Value,
        Name = name,
        CreatedAt = TestHost.Start.AddDays(-30),
    };

    private static SolutionRow Site(SolutionId id, string name) => new()
    {
        PartitionKey = id.Agency.Value,
        RowKey = id.ToString(),
        Name = name,
        Url = "https://www.fiktiv.example/",
        Regulation = "no-public-2024",
        NextDueAt = TestHost.Start.AddDays(5),
        CreatedAt = TestHost.Start.AddDays(-30),
    };
}
