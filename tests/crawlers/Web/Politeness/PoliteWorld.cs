using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks.AcrossPages;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Tests.Web.Outbound;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Fetching;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Monitor.Tests.Support.Sites;

namespace Monitor.Crawlers.Tests.Web.Politeness;

/// <summary>One request that a server met.</summary>
/// <param name="Domain">The registrable domain asked for.</param>
/// <param name="Address">The server's address.</param>
/// <param name="Path">The path.</param>
/// <param name="ByBrowser">Whether a page load asked.</param>
/// <param name="SecondLook">Whether that was a second look.</param>
/// <param name="At">When, by the clock that the test turns.</param>
public sealed record Visit(string Domain, string Address, string Path, bool ByBrowser, bool SecondLook, DateTimeOffset At);

/// <summary>
/// The product's own handlers on in-memory storage, real servers that watch their visitors, and a clock that only moves while nothing is under way:
/// whatever comes at the same moment was not kept apart.
/// </summary>
internal sealed class PoliteWorld : IAsyncDisposable
{
    public static readonly TimeSpan Delay = TimeSpan.FromSeconds(3);

    /// <summary>Pages of every site.</summary>
    public const int Pages = 6;

    private static readonly string[][] Names = [["www.eksempelvik.kommune.no"], ["skole.eksempelvik.kommune.no", "www.nabovik.kommune.no"], ["www.alene.no"]];
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly ConcurrentQueue<Visit> visits = new();
    private readonly List<ScanId> ordered = [];
    private readonly TestSite[] sites;
    private readonly ServiceProvider parts;
    private readonly CancellationToken cancellation;

    private PoliteWorld(TestSite[] sites, CancellationToken cancellation)
    {
        this.sites = sites;
        this.cancellation = cancellation;
        var names = new FakeResolver();
        var values = new Dictionary<string, string?>
        {
            ["Monitor:Scans:HostDelaySeconds"] = $"{Delay.TotalSeconds}",
            ["Monitor:Scans:SecondLookSeconds"] = "60",
        };
        foreach ((TestSite site, string[] hosts) in sites.Zip(Names))
        {
            site.Fallback = context => AnswerAsync(context, site);
            foreach (string host in hosts)
            {
                names.Answer(host, [site.Host]);
                values[$"Monitor:Outbound:AllowedOrigins:{values.Count}"] = $"http://{host}:{site.Origin.Port}";
            }
        }
        IConfiguration configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        parts = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<INameResolver>(names)
            .AddWebCrawling(configuration)
            .AddScans(configuration)
            .AddAlerts(configuration)
            .AddMemoryStorage()
            .AddSingleton<IAcrossPages, PagesTogether>()
            // No worker waits by itself: the clock stands still meanwhile.
            .AddSingleton(CrawlerOf)
            .AddSingleton<IPageAuditor, PlainBrowser>()
            .AddSingleton<SampleReplacement>()
            .AddSingleton<AuditPageHandler>()
            .BuildServiceProvider();
    }

    /// <summary>Every request, in order of arrival.</summary>
    public IReadOnlyList<Visit> Visits => [.. visits];

    /// <summary>Which requests the servers fail.</summary>
    public Func<Visit, bool> Fails { get; set; } = _ => false;

    public static async Task<PoliteWorld> StartAsync(CancellationToken cancellation) =>
        new(await Task.WhenAll(Names.Select(_ => TestSite.StartAsync(cancellation))), cancellation);

    /// <summary>Registers a solution of one host and orders its scan.</summary>
    public async Task OrderAsync(string host, int site, TimeSpan after = default)
    {
        clock.Advance(after + TimeSpan.FromSeconds(1));
        OrgNumber agency = OrgNumber.Parse("991825827");
        var solution = SolutionId.New(agency);
        await parts.Get<ITable<AgencyRow>>().PutAsync(new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = agency.Value }, cancellation);
        await parts.Get<ITable<SolutionRow>>().PutAsync(new SolutionRow
        {
            PartitionKey = agency.Value,
            RowKey = solution.ToString(),
            Url = $"http://{host}:{sites[site].Origin.Port}/",
            Regulation = "no-public-2024",
            MaxPages = Pages,
        }, cancellation);
        ordered.Add((await parts.Get<ScanOrders>().OrderAsync(solution, "key", cancellation))!.Id);
    }

    /// <summary>The scans, in the order they were ordered.</summary>
    public async Task<ScanRow[]> ScansAsync()
    {
        List<ScanRow> rows = [];
        foreach (ScanId id in ordered)
            rows.Add((await parts.Get<ITable<ScanRow>>().FindAsync(id, cancellation))!);
        return [.. rows];
    }

    /// <summary>The page rows of a scan.</summary>
    public async Task<PageRow[]> PagesAsync(ScanId scan)
    {
        List<PageRow> rows = [];
        await foreach (PageRow row in parts.Get<ITable<PageRow>>().ReadAsync(scan.ToString(), "", cancellation))
            rows.Add(row);
        return [.. rows];
    }

    /// <summary>Lets workers handle messages until none is left, each twice at once when it comes for the first time.</summary>
    public async Task RunAsync(int workers)
    {
        MemoryQueues queues = parts.Get<MemoryQueues>();
        HashSet<string> seen = [];
        while (queues.Sent.Count > 0)
        {
            var batch = new List<SentMessage>();
            while (batch.Count < workers && queues.TakeVisible() is { } message)
                batch.AddRange(seen.Add(message.Body) ? [message, message] : [message]);
            if (batch.Count > 0)
                await Task.WhenAll(batch.Select(m => Task.Run(() => HandleAsync(m), cancellation)));
            else
                clock.Advance(queues.Sent.Min(m => m.VisibleAt) - clock.GetUtcNow());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await parts.DisposeAsync();
        foreach (TestSite site in sites)
            await site.DisposeAsync();
    }

    private static SiteCrawler CrawlerOf(IServiceProvider services) => new(
        services.GetRequiredService<WebFetcher>(), services.GetRequiredService<IHostSlots>(), services.GetRequiredService<IRobotsCache>(),
        services.GetRequiredService<IOptions<ScanSettings>>(), services.GetRequiredService<IOptions<CrawlSettings>>(),
        services.GetRequiredService<TimeProvider>())
    {
        LongestPause = TimeSpan.Zero,
    };

    private Task HandleAsync(SentMessage message) => message.Queue switch
    {
        QueueNames.ScanRequests => parts.Get<StartScanHandler>().HandleAsync(QueueMessages.Read<StartScanMessage>(message.Body), cancellation),
        QueueNames.PageAudits => parts.Get<AuditPageHandler>().HandleAsync(QueueMessages.Read<AuditPageMessage>(message.Body), cancellation),
        QueueNames.ScanSteps => parts.Get<ScanStepHandler>().HandleAsync(QueueMessages.Read<ScanStepMessage>(message.Body), cancellation),
        _ => Task.CompletedTask,
    };

    private Task AnswerAsync(HttpContext context, TestSite site)
    {
        string path = context.Request.Path.Value!;
        string accept = context.Request.Headers.Accept.ToString();
        var visit = new Visit(
            HostNaming.DomainOf(context.Request.Host.Host), site.Host, path, accept.StartsWith(PlainBrowser.Accept, StringComparison.Ordinal),
            accept.EndsWith(PlainBrowser.Again, StringComparison.Ordinal), clock.GetUtcNow());
        visits.Enqueue(visit);
        context.Response.StatusCode = Fails(visit) ? 500 : path == "/" || (path.Length == 2 && path[1] - 'a' < Pages - 1) ? 200 : 404;
        context.Response.ContentType = "text/html";
        string links = string.Concat(Enumerable.Range('a', Pages - 1).Select(c => $"<a href=\"/{(char)c}\">Side</a>"));
        return context.Response.WriteAsync($"<!DOCTYPE html><title>Side</title>{links}", context.RequestAborted);
    }

    /// <summary>Loads pages over HTTP and finds the same fault on each.</summary>
    private sealed class PlainBrowser(WebFetcher fetcher) : IPageAuditor
    {
        public const string Accept = "text/html;level=1";
        public const string Again = ";again=1";

        private readonly ConcurrentDictionary<string, int> loads = new();

        public Task<PagePlace> TakePlaceAsync(CancellationToken cancellation) => Task.FromResult(new PagePlace(() => { }));

        public async Task<PageAudit> AuditAsync(PagePlace place, AuditRequest request, IEvidenceStore evidence, CancellationToken cancellation)
        {
            bool again = loads.AddOrUpdate(request.Url, 1, (_, before) => before + 1) > 1;
            FetchResult answer = await fetcher.FetchAsync(request.Url, new FetchOptions { Accept = again ? Accept + Again : Accept }, cancellation);
            request.Tried?.Invoke(HostAnswer.Of(answer));
            if (answer.Reason is { } reason)
                return PageAudit.Unmeasured(request.Url, PageStatus.Failed, reason, answer.HttpStatus);
            var element = new ElementResult(Outcome.Failed, "samme", "img", "<img>", null, "main", null, null);
            return new PageAudit(request.Url, request.Url, "Side", PageStatus.Audited, null, 200, 1,
                [new RuleResult("axe", "image-alt", "4.14", Outcome.Failed, ["1.1.1"], "critical", "m", [element])],
                new PageEvidence("hash", 1280, 800, [new EngineInfo("axe-core", "4.14.0")], "prøve", DateTimeOffset.UnixEpoch));
        }
    }
}
