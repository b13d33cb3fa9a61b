using System.Text.Json;
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
using Monitor.Shared.Tests.Findings;
using Monitor.Tests.Support;

namespace Monitor.Shared.Tests.Scans;

/// <summary>
/// The product's scanning on in-memory storage, with a site of our own in the place of the web and a clock that the test turns.
/// Crawler and browser are played by <see cref="FakeCrawler"/>; everything else is the real thing.
/// </summary>
internal sealed class ScanWorld : IAsyncDisposable
{
    public static readonly OrgNumber Agency = OrgNumber.Parse("991825827");
    private readonly ServiceProvider services;
    private readonly FakeCrawler crawler;

    public ScanWorld(params (string Key, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddScans(configuration)
            .AddAlerts(configuration)
            .AddMemoryStorage()
            .AddSingleton<IAcrossPages, FakeAcrossPages>()
            .AddSingleton(s => new CrashSource(() => Crashes))
            .AddSingleton(typeof(MemoryTable<>))
            .AddSingleton(typeof(ITable<>), typeof(MortalTable<>))
            .BuildServiceProvider();
        crawler = new FakeCrawler(Site, Table<ScanRow>(), Table<PageRow>(), Get<IBlobs>(), Get<IQueues>(), Get<ScanProgress>(), Clock);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public FakeSite Site { get; } = new();

    public MemoryQueues Queues => Get<MemoryQueues>();

    public SolutionId Solution { get; private set; }

    /// <summary>How often each message is delivered; messages are drawn in the order the random source gives, in sequence without one.</summary>
    public (int Deliveries, Random? Order) Delivery { get; set; } = (1, null);

    /// <summary>When set, every message is handled by workers that die after each write in turn.</summary>
    public CrashPlan? Crashes { get; set; }

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => Get<ITable<TRow>>();

    /// <summary>Registers an agency with one solution and a recipient of its mails.</summary>
    public async Task<ScanWorld> RegisterAsync()
    {
        Registration<AgencyRow> agency = await Get<AgencyRegister>().RegisterAsync(Agency, new AgencyDraft("Etaten"), Cancellation);
        Registration<SolutionRow> added = await Get<SolutionRegister>().AddAsync(Agency, new SolutionDraft("Nettstedet", "https://example.test/"), "key", Cancellation);
        Solution = added.Row!.Id;
        await Get<RecipientBook>().AddConfirmedAsync(agency.Row!, "a@example.test", Cancellation);
        return this;
    }

    public async Task<ScanRow> OrderAsync() => (await Get<ScanOrders>().OrderAsync(Solution, "key", Cancellation))!;

    /// <summary>Orders a scan and delivers messages until none is left.</summary>
    public async Task<ScanRow> ScanAsync()
    {
        Clock.Advance(TimeSpan.FromHours(1));
        ScanRow ordered = await OrderAsync();
        await DeliverAllAsync();
        return await ScanAsync(ordered.Id);
    }

    public async Task<ScanRow> ScanAsync(ScanId scan) => (await Table<ScanRow>().FindAsync(scan.Solution.ToString(), scan.ToString(), Cancellation))!;

    public async Task<SolutionRow> SolutionAsync() => (await Table<SolutionRow>().FindAsync(Agency.Value, Solution.ToString(), Cancellation))!;

    public async Task<FindingRow?> FindingAsync(string cause) =>
        await Table<FindingRow>().FindAsync(Agency.Value, FindingRow.KeyOf(Solution, PageSpec.Fp(cause)), Cancellation);

    public async Task<IReadOnlyList<TRow>> RowsAsync<TRow>() where TRow : Row, IStoredRow, new()
    {
        List<TRow> rows = [];
        await foreach (TRow row in Table<TRow>().ReadAllAsync(Cancellation))
            rows.Add(row);
        return rows;
    }

    /// <summary>Delivers what is visible, and turns the clock to what is not, until the queues are empty. Mails and registry checks are nobody's here.</summary>
    public async Task DeliverAllAsync()
    {
        List<SentMessage> visible = [];
        while (true)
        {
            while (Queues.TakeVisible() is { } message)
            {
                if (message.Queue is not (QueueNames.Alerts or QueueNames.RegistryChecks))
                    visible.AddRange(Enumerable.Repeat(message, Delivery.Deliveries));
            }
            if (visible.Count > 0)
            {
                int index = Delivery.Order?.Next(visible.Count) ?? 0;
                SentMessage next = visible[index];
                visible.RemoveAt(index);
                await DeliverAsync(next);
            }
            else if (Queues.Sent is [_, ..] waiting)
            {
                Clock.SetUtcNow(waiting.Min(m => m.VisibleAt));
            }
            else
            {
                return;
            }
        }
    }

    public Task DeliverAsync(SentMessage message) => Crashes is { } plan ? plan.RunAsync(() => HandleAsync(message)) : HandleAsync(message);

    private Task HandleAsync(SentMessage message) => message.Queue switch
    {
        QueueNames.ScanRequests => crawler.StartAsync(QueueMessages.Read<StartScanMessage>(message.Body), Cancellation),
        QueueNames.PageAudits => crawler.AuditAsync(QueueMessages.Read<AuditPageMessage>(message.Body), Cancellation),
        QueueNames.ScanSteps => Get<ScanStepHandler>().HandleAsync(QueueMessages.Read<ScanStepMessage>(message.Body), Cancellation),
        _ => throw new InvalidOperationException(message.Queue),
    };

    /// <summary>The tables that a scan leaves, with what differs from run to run taken out: ids, times and versions of rows.</summary>
    public async Task<string> FingerprintAsync()
    {
        var findings = (await RowsAsync<FindingRow>()).Select(f => new { f.Fingerprint, f.State, f.ClosedReason, f.NotVerifiedReason, f.Pages, f.Rule, f.Wcag })
            .OrderBy(f => f.Fingerprint, StringComparer.Ordinal);
        var occurrences = (await RowsAsync<OccurrenceRow>()).Select(o => new { Finding = o.PartitionKey.Split('|')[1], o.RowKey, o.Url, o.Elements })
            .OrderBy(o => o.Finding + o.RowKey, StringComparer.Ordinal);
        var scans = (await RowsAsync<ScanRow>()).Select(s => new { s.Status, s.Reason, s.PagesSampled, s.PagesAudited, s.SecondLooks, s.Findings, s.FindingsCantTell, s.Baseline });
        var pages = (await RowsAsync<PageRow>()).OrderBy(p => p.PartitionKey, StringComparer.Ordinal).ThenBy(p => p.RowKey, StringComparer.Ordinal)
            .Select(p => new { p.RowKey, p.Status, p.Failed });
        var summaries = (await RowsAsync<SummaryRow>()).Select(s => new { s.Status, s.OpenFindings, s.NewFindings, s.CantTell });
        var trends = (await RowsAsync<TrendRow>()).Select(t => new { t.OpenFindings, t.ByCriterionJson, t.RuleSets });
        var outbox = (await RowsAsync<OutboxRow>()).Select(o => new { o.Kind, o.State }).OrderBy(o => o.Kind);
        var compliance = (await RowsAsync<ComplianceRow>()).Select(c => new { c.RowKey, c.Outcome, c.Reason, c.EvidenceJson });
        return JsonSerializer.Serialize(new { findings, occurrences, scans, pages, summaries, trends, outbox, compliance }, MonitorJson.Indented);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
