using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Retention;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Shared.Tests.Alerts;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Retention;

/// <summary>The nightly run over in-memory storage that can be killed at any write.</summary>
internal sealed class RetentionWorld : IAsyncDisposable
{
    public static readonly OrgNumber Agency = OrgNumber.Parse("991825827");
    public static readonly SolutionId Site = SolutionId.Parse("991825827-aaaaaaaa");

    private readonly ServiceProvider services;

    public RetentionWorld(params (string Name, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock).AddMemoryStorage().AddRetention(configuration);
        collection.AddSingleton(Kill).AddSingleton(typeof(ITable<>), typeof(MortalTable<>));
        collection.AddSingleton<IBlobs>(s => new GuardedBlobs(s.GetRequiredService<MemoryBlobs>(), Kill));
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 1, 3, 0, 0, TimeSpan.Zero));

    public KillSwitch Kill { get; } = new();

    public MemoryBlobs Blobs => services.GetRequiredService<MemoryBlobs>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => services.DisposeAsync();

    public Task RunAsync() => services.GetRequiredService<RetentionSweeper>().RunAsync(Cancellation);

    public Task PutAsync<TRow>(TRow row) where TRow : Row, IStoredRow, new() => services.GetRequiredService<ITable<TRow>>().PutAsync(row, Cancellation);

    public async Task<IReadOnlyList<TRow>> AllAsync<TRow>() where TRow : Row, IStoredRow, new()
    {
        List<TRow> rows = [];
        await foreach (TRow row in services.GetRequiredService<ITable<TRow>>().ReadAllAsync(Cancellation))
            rows.Add(row);
        return rows;
    }

    public async Task<IReadOnlyList<string>> BlobsAsync()
    {
        List<string> names = [];
        await foreach (string name in Blobs.ListAsync("", Cancellation))
            names.Add(name);
        return names;
    }

    /// <summary>Everything there is, as text: what two worlds are compared by.</summary>
    public async Task<IReadOnlyList<string>> EverythingAsync() =>
    [
        .. (await AllAsync<AgencyRow>()).Select(r => r.RowKey), .. (await AllAsync<SolutionRow>()).Select(r => r.RowKey), .. (await AllAsync<ScanRow>()).Select(r => r.RowKey),
        .. (await AllAsync<PageRow>()).Select(r => $"{r.PartitionKey} {r.RowKey}"), .. (await AllAsync<FindingRow>()).Select(r => $"{r.RowKey} {r.AccessibleName}"),
        .. (await AllAsync<OccurrenceRow>()).Select(r => $"{r.PartitionKey} {r.RowKey} {r.Screenshot} {r.Snippet}"), .. await BlobsAsync(),
    ];

    /// <summary>A solution with one scan now.</summary>
    public async Task RegisterAsync(OrgNumber? agency = null)
    {
        OrgNumber owner = agency ?? Agency;
        await PutAsync(new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = owner.Value, Name = "Brandvik" });
        await PutAsync(new SolutionRow { PartitionKey = owner.Value, RowKey = $"{owner}-aaaaaaaa", Name = "Nettsted" });
    }

    /// <summary>A finished scan of today, with a page and all its blobs; it becomes the last.</summary>
    public async Task<ScanId> ScanAsync(SolutionId? solution = null)
    {
        SolutionId site = solution ?? Site;
        var scan = ScanId.New(site, Clock.GetUtcNow());
        await PutAsync(new ScanRow { PartitionKey = site.ToString(), RowKey = scan.ToString(), Status = ScanStatus.Completed, CreatedAt = Clock.GetUtcNow(), FinishedAt = Clock.GetUtcNow() });
        await PutAsync(new PageRow { PartitionKey = scan.ToString(), RowKey = "page", Status = PageStatus.Audited, Title = "Ola Nordmanns side" });
        await PutAsync(new TrendRow { PartitionKey = site.ToString(), RowKey = scan.ToString(), FinishedAt = Clock.GetUtcNow() });
        foreach (string name in new[] { "result.json", "sample.json", "transitions.json", "pages/page.json.gz" })
            await BlobAsync($"scans/{scan}/{name}");
        await PutAsync(new SolutionRow { PartitionKey = site.Agency.Value, RowKey = site.ToString(), Name = "Nettsted", LastScan = scan.ToString() });
        return scan;
    }

    /// <summary>A finding on one page, seen today, with a picture.</summary>
    public async Task FindingAsync(string fingerprint, string picture, FindingState state = FindingState.Persisting)
    {
        string key = FindingRow.KeyOf(Site, fingerprint);
        await PutAsync(new FindingRow { PartitionKey = Agency.Value, RowKey = key, State = state, AccessibleName = "Ring Ola", LastSeenAt = Clock.GetUtcNow() });
        await PutAsync(new OccurrenceRow { PartitionKey = key, RowKey = "page", Screenshot = Picture(picture), Snippet = "<img>", LastSeenAt = Clock.GetUtcNow() });
        await Blobs.TryCreateAsync(Picture(picture), BinaryData.FromString("png"), "image/png", Cancellation);
    }

    public Task BlobAsync(string name) => Blobs.WriteAsync(name, BinaryData.FromString("x"), "text/plain", Cancellation);

    public static string Picture(string name) => $"evidence/{Agency}/{name}.png";

    private sealed class MortalTable<TRow>(TimeProvider clock, KillSwitch kill) : ITable<TRow> where TRow : Row, IStoredRow, new()
    {
        private readonly GuardedTable<TRow> inner = new(new MemoryTable<TRow>(clock), kill);

        public Task<TRow?> FindAsync(string partition, string row, CancellationToken cancellation) => inner.FindAsync(partition, row, cancellation);

        public Task<TRow?> TryInsertAsync(TRow row, CancellationToken cancellation) => inner.TryInsertAsync(row, cancellation);

        public Task<TRow?> TryReplaceAsync(TRow row, CancellationToken cancellation) => inner.TryReplaceAsync(row, cancellation);

        public Task<TRow> PutAsync(TRow row, CancellationToken cancellation) => inner.PutAsync(row, cancellation);

        public Task PutAllAsync(IReadOnlyCollection<TRow> rows, CancellationToken cancellation) => inner.PutAllAsync(rows, cancellation);

        public Task DeleteAsync(string partition, string row, CancellationToken cancellation) => inner.DeleteAsync(partition, row, cancellation);

        public IAsyncEnumerable<TRow> ReadAsync(string partition, string prefix, CancellationToken cancellation) => inner.ReadAsync(partition, prefix, cancellation);

        public IAsyncEnumerable<TRow> ReadAllAsync(CancellationToken cancellation) => inner.ReadAllAsync(cancellation);

        public Task<RowPage<TRow>> PageAsync(string partition, string prefix, int limit, string? continuationToken, CancellationToken cancellation) =>
            inner.PageAsync(partition, prefix, limit, continuationToken, cancellation);
    }
}
