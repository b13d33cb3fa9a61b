using Microsoft.AspNetCore.DataProtection;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Functions.Triggers;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;

namespace Monitor.Functions.Tests.Flow;

/// <summary>
/// All of the product, put together as the Functions host does and called through its triggers, on in-memory storage.
/// Only what lies outside is played: storage, clock, HTTP, browser and mail server, each behind <see cref="Faults"/>.
/// </summary>
internal sealed class FlowWorld : IAsyncDisposable
{
    public static readonly DateTimeOffset Begin = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    public static readonly OrgNumber Agency = OrgNumber.Parse(StubAgencies.Directorate.OrgNumber);
    public static readonly SolutionId Solution = SolutionId.Parse($"{StubAgencies.Directorate.OrgNumber}-abcdefgh");

    private static readonly Dictionary<string, string?> Settings = new()
    {
        // The crawl never waits within a message; whoever gets no turn comes back.
        ["Monitor:Scans:HostDelaySeconds"] = "0",
        ["Monitor:Scans:HostLeaseSeconds"] = "2",
        ["Monitor:Smtp:Host"] = "mail.example",
        ["Monitor:Registries:RetryDelaySeconds"] = "0",
        // The DNS itself is no seam, so it is one that has no address.
        ["Monitor:Registries:Peppol:DnsServer"] = FlowNames.Nowhere + ":53",
    };

    private readonly ServiceProvider services;
    private readonly IReadOnlyDictionary<string, Func<string, CancellationToken, Task>> handlers;
    private readonly HashSet<string> multiplied = [];

    private FlowWorld()
    {
        IServiceCollection collection = new ServiceCollection().AddLogging()
            .AddSingleton(Clock).AddSingleton<TimeProvider>(Clock)
            .AddMonitor(new ConfigurationBuilder().AddInMemoryCollection(Settings).Build())
            .AddSingleton(Faults)
            .AddSingleton(typeof(MemoryTable<>)).AddSingleton(typeof(ITable<>), typeof(FaultyTable<>))
            .AddSingleton<MemoryBlobs>().AddSingleton<IBlobs, FaultyBlobs>()
            .AddSingleton<FlowQueues>().AddSingleton<IQueues, FaultyQueues>()
            .AddSingleton<FlowSite>().AddSingleton<IPageAuditor>(s => s.GetRequiredService<FlowSite>())
            .AddSingleton<FlowMail>().AddSingleton<IMailSender>(s => s.GetRequiredService<FlowMail>())
            .AddSingleton<FlowInternet>().AddSingleton<INameResolver, FlowNames>()
            .AddSingleton<IDataProtectionProvider, PlainProtection>();
        collection.AddOptions<HttpClientFactoryOptions>().Services.PostConfigureAll<HttpClientFactoryOptions>(
            o => o.HttpMessageHandlerBuilderActions.Add(b => b.PrimaryHandler = b.Services.GetRequiredService<FlowInternet>()));
        services = collection.BuildServiceProvider();
        handlers = QueueTriggers.Of(services);
    }

    public Faults Faults { get; } = new();

    public FakeTimeProvider Clock { get; } = new(Begin);

    public FlowSite Site => Get<FlowSite>();

    public FlowMail Mail => Get<FlowMail>();

    public FlowQueues Queues => Get<FlowQueues>();

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>A message that no handler ever gets through: every try at it throws.</summary>
    public Func<FlowMessage, bool> Cursed { get; set; } = _ => false;

    /// <summary>Makes one with an agency, its solution and a confirmed recipient.</summary>
    public static async Task<FlowWorld> StartAsync()
    {
        var world = new FlowWorld();
        AgencyRow agency = await world.Table<AgencyRow>().PutAsync(
            new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = Agency.Value, Name = "Direktoratet", CreatedAt = Begin }, Cancellation);
        await world.Table<SolutionRow>().PutAsync(
            new SolutionRow
            {
                PartitionKey = Agency.Value,
                RowKey = Solution.ToString(),
                Name = "Nettstedet",
                Url = FlowSite.Start,
                Regulation = RegulationCatalogue.DefaultId,
                MaxPages = 2,
                CreatedAt = Begin,
                NextDueAt = Begin,
            },
            Cancellation);
        await world.Get<RecipientBook>().AddConfirmedAsync(agency, "a@example.no", Cancellation);
        world.Faults.Armed = true;
        return world;
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => Get<MemoryTable<TRow>>();

    public async Task<IReadOnlyList<TRow>> RowsAsync<TRow>() where TRow : Row, IStoredRow, new() => await Table<TRow>().ReadAllAsync(Cancellation).ToArrayAsync(Cancellation);

    public Task<FlowState> StateAsync() => FlowState.ReadAsync(services, Cancellation);

    /// <summary>Lets a timer run; a run that is broken off is run again, as the host does at its start.</summary>
    public async Task TimerAsync(Func<Timers, Func<TimerInfo, CancellationToken, Task>> timer)
    {
        Func<TimerInfo, CancellationToken, Task> run = timer(ActivatorUtilities.CreateInstance<Timers>(services));
        while (await Faults.RunAsync(() => run(new TimerInfo(), Cancellation)) != WorkerEnd.Done)
        {
        }
    }

    /// <summary>Delivers what is visible, and turns the clock to what is not, until the queues are empty.</summary>
    /// <param name="order">Draws the order, and delivers each message up to three times; null for once and in sequence.</param>
    public async Task DeliverAllAsync(Random? order = null)
    {
        List<FlowMessage> visible = [];
        while (true)
        {
            visible.AddRange(TakeVisible(order));
            if (visible.Count > 0)
            {
                int index = order?.Next(visible.Count) ?? 0;
                FlowMessage next = visible[index];
                visible.RemoveAt(index);
                await DeliverAsync(next);
            }
            else if (Queues.NextDue is { } due)
                Clock.SetUtcNow(due);
            else
                return;
        }
    }

    /// <summary>Delivers everything up to three times, two or three deliveries at once: at every call a random source decides who goes on.</summary>
    public async Task DeliverAtOnceAsync(Random random)
    {
        List<FlowMessage> visible = [];
        while (true)
        {
            visible.AddRange(TakeVisible(random));
            if (visible.Count > 0)
            {
                FlowMessage[] batch = [.. visible.OrderBy(_ => random.Next()).Take(3)];
                foreach (FlowMessage message in batch)
                    visible.Remove(message);
                var turns = new Interleaving(random, TickAsync);
                Faults.Turns = turns;
                await turns.RunAsync([.. batch.Select(m => (Func<Task>)(() => DeliverAsync(m)))]);
                Faults.Turns = null;
            }
            else if (Queues.NextDue is { } due)
                Clock.SetUtcNow(due);
            else
                return;
        }
    }

    // One that comes again, because it was not its turn, has been multiplied already.
    private FlowMessage[] TakeVisible(Random? random) =>
        [.. Queues.TakeVisible().SelectMany(m => Enumerable.Repeat(m, random is not null && multiplied.Add(m.Queue + m.Body) ? random.Next(1, 4) : 1))];

    // Delivers one message, and settles it as the host does.
    private async Task DeliverAsync(FlowMessage message)
    {
        if (await HandleAsync(message) is var end && end != WorkerEnd.Done)
            Queues.Return(message, end);
    }

    private async Task<WorkerEnd> HandleAsync(FlowMessage message)
    {
        if (Cursed(message))
            return WorkerEnd.Failed;
        Task<WorkerEnd> handling = Faults.RunAsync(() => handlers[message.Queue](message.Body, Cancellation));
        if (Faults.Turns is null)
        {
            // Nothing here takes time but what waits for the clock.
            while (!handling.IsCompleted)
                await TickAsync();
        }
        return await handling;
    }

    private async Task TickAsync()
    {
        Clock.Advance(TimeSpan.FromMilliseconds(50));
        await Task.Yield();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
