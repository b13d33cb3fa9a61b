using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Mail;
using Xunit;

namespace Monitor.Shared.Tests.Alerts;

/// <summary>One agency with one solution, the product's own services over in-memory storage, and a clock that stands still.</summary>
internal sealed class AlertWorld : IAsyncDisposable
{
    public const string Address = "post@brandvik.example";

    private readonly ServiceProvider services;

    public AlertWorld(MailServer? server = null, Language language = Language.Nb, Action<IServiceCollection>? change = null)
    {
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Monitor:Smtp:Host"] = server?.Host,
            ["Monitor:Smtp:Port"] = server is null ? "25" : $"{server.Port}",
            ["Monitor:Smtp:Security"] = "none",
            ["Monitor:Smtp:From"] = "monitor@tilsyn.example",
            ["Monitor:Site:PublicAddress"] = "https://monitor.example/",
        }).Build();
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.AddProvider(Log));
        collection.AddOptions<SiteSettings>().Bind(configuration.GetSection(SiteSettings.Section));
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IRuleTexts>(Rules);
        collection.AddAlerts(configuration).AddMemoryStorage();
        change?.Invoke(collection);
        services = collection.BuildServiceProvider();

        Agency = new AgencyRow
        {
            PartitionKey = AgencyRow.Partition,
            RowKey = "991825827",
            Name = "Brandvik kommune",
            Language = language,
        };
        SolutionId id = SolutionId.Parse("991825827-abcdefgh");
        Solution = new SolutionRow
        {
            PartitionKey = "991825827",
            RowKey = id.ToString(),
            Name = "Brandvik.no",
            Url = "https://brandvik.example/",
            Regulation = RegulationCatalogue.DefaultId,
        };
        Scan = ScanId.New(id, Clock.GetUtcNow());
    }

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));

    public RecordedLog Log { get; } = new();

    public FakeRuleTexts Rules { get; } = new();

    public AgencyRow Agency { get; }

    public SolutionRow Solution { get; }

    public ScanId Scan { get; }

    public MemoryQueues Queues => Get<MemoryQueues>();

    public MemoryBlobs Blobs => Get<MemoryBlobs>();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => Get<ITable<TRow>>();

    public async Task<IReadOnlyList<TRow>> AllAsync<TRow>() where TRow : Row, IStoredRow, new()
    {
        List<TRow> all = [];
        await foreach (TRow row in Table<TRow>().ReadAllAsync(Cancellation))
            all.Add(row);
        return all;
    }

    /// <summary>Registers the agency and, where given, confirmed contacts.</summary>
    public async Task RegisterAsync(params string[] addresses)
    {
        await Table<AgencyRow>().PutAsync(Agency, Cancellation);
        foreach (string address in addresses)
            await Get<RecipientBook>().AddConfirmedAsync(Agency, address, Cancellation);
    }

    public ScanChanges Changes(int found = 1, int reopened = 0, bool baseline = false, string? hold = null) => new(
        Scan, baseline, hold,
        [.. Enumerable.Range(0, found).Select(i => Finding($"new{i}"))],
        [.. Enumerable.Range(0, reopened).Select(i => Finding($"again{i}"))],
        FirstSeen: 4, Fixed: 3, Open: 12, PagesSampled: 30, new ScanResultSummary(29, 14, 7, 5, 31, 48));

    public static ChangedFinding Finding(string fingerprint) => new(
        fingerprint, "axe", "image-alt", ["1.1.1"], "critical", "Images must have alternative text", 9, "https://brandvik.example/kontakt");

    public Task PlanAsync(ScanChanges changes) => Get<AlertPlanner>().PlanAsync(Solution, changes, Cancellation);

    /// <summary>Owes one mail about one new finding to one confirmed contact.</summary>
    public async Task<OutboxRow> OweOneAsync()
    {
        await RegisterAsync(Address);
        await PlanAsync(Changes());
        return await OutboxAsync();
    }

    public async Task<OutboxRow> OutboxAsync() => Assert.Single(await AllAsync<OutboxRow>());

    public async Task<RecipientRow> RecipientAsync(string address = Address) =>
        await Table<RecipientRow>().FindAsync(Agency.RowKey, RecipientRow.KeyOf(address), Cancellation) ?? throw new InvalidOperationException("No such recipient.");

    public Task HandleAsync(OutboxRow row, CancellationToken? cancellation = null) =>
        Get<SendAlertHandler>().HandleAsync(new SendAlertMessage(row.PartitionKey, row.RowKey), cancellation ?? Cancellation);

    public Task SweepAsync() => Get<OutboxSweeper>().RunAsync(Cancellation);

    /// <summary>Handles every message that is visible now.</summary>
    public async Task DrainAsync()
    {
        while (Queues.TakeVisible() is { } message)
            await Get<SendAlertHandler>().HandleAsync(QueueMessages.Read<SendAlertMessage>(message.Body), Cancellation);
    }

    public async Task<TaskRow> TaskAsync() => Assert.Single(await AllAsync<TaskRow>());

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
