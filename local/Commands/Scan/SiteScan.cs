using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Web;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Crawlers.Web.Outbound;
using Monitor.Crawlers.Web.Politeness;
using Monitor.Crawlers.Web.Robots;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Settings;

namespace Monitor.Local.Commands.Scan;

/// <summary>A whole scan in one process, without storage: the very crawl, sample, audit and result that the functions make.</summary>
internal sealed class SiteScan : IAsyncDisposable
{
    /// <summary>How long a page that is being looked at may go on after an interrupt.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    private readonly ScanArguments arguments;
    private readonly Regulation regulation;
    private readonly IHost host;
    private readonly TimeProvider clock = TimeProvider.System;

    public SiteScan(ScanArguments arguments)
    {
        this.arguments = arguments;
        regulation = RegulationCatalogue.Find(arguments.RegulationId)!;

        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddEnvironmentVariables();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(clock)
            .AddSingleton(typeof(IHostRows<>), typeof(MemoryHostRows<>))
            .AddSingleton<IRobotsCache, NoRobotsCache>()
            .AddWebCrawling(builder.Configuration)
            .AddAccessibility(builder.Configuration);
        builder.Services.PostConfigure<ScanSettings>(s => s.HostDelaySeconds = arguments.Delay);
        builder.Services.PostConfigure<BrowserSettings>(s => s.Pages = arguments.Concurrency);
        host = builder.Build();
        if (arguments.AllowPrivateAddresses)
            host.Services.GetRequiredService<OutboundPolicy>().AllowOriginOf(arguments.Url);
    }

    /// <summary>Why this machine can't scan at all, and what to do; null when it can.</summary>
    public string? Problem => host.Services.GetRequiredService<BrowserPool>().Problem();

    /// <summary>Scans. An interrupt ends it early with what is known by then.</summary>
    public async Task<ScanResult> RunAsync(ScanProgressLine progress, CancellationToken interrupted)
    {
        DateTimeOffset started = clock.GetUtcNow();
        long seed = SeedOf(arguments.Url);
        CrawlOutcome outcome;
        try
        {
            var reporter = new CrawlReporter(progress);
            outcome = await host.Services.GetRequiredService<SiteCrawler>().CrawlAsync(
                new CrawlRequest(arguments.Url, seed, arguments.MaxPages, IgnoreRobots: arguments.IgnoreRobots), reporter, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            outcome = new CrawlOutcome(null, null, ScanReasons.Interrupted);
        }
        if (!outcome.Succeeded)
            return Result(started, new Sample(seed, [], [], 0), [], outcome.Reason);

        var queue = new PageQueue(outcome.Sample);
        using var pace = new Pace(TimeSpan.FromSeconds(arguments.Delay), clock);
        await Task.WhenAll(Enumerable.Range(0, arguments.Concurrency).Select(_ => LookAsync(queue, outcome, pace, progress, interrupted)));
        return Result(started, outcome.Sample, JudgeAcross(queue.Results()), interrupted.IsCancellationRequested ? ScanReasons.Interrupted : null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await ((IAsyncDisposable)host).DisposeAsync();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException or OperationCanceledException or IOException)
        {
            // The result is made by now; a browser that ends badly takes nothing from it.
        }
    }

    private async Task LookAsync(
        PageQueue queue, CrawlOutcome crawl, Pace pace, ScanProgressLine progress, CancellationToken interrupted)
    {
        IPageAuditor auditor = host.Services.GetRequiredService<IPageAuditor>();
        using var drop = new CancellationTokenSource();
        await using CancellationTokenRegistration grace = interrupted.Register(() => drop.CancelAfter(Grace));
        try
        {
            while (!interrupted.IsCancellationRequested)
            {
                await pace.WaitAsync(interrupted);
                if (queue.Take() is not { } page)
                    return;
                progress.Show($"Page {queue.DoneCount + 1} of {crawl.Sample!.Pages.Count}: {page.Url}");
                queue.Done(page, await LookAsync(auditor, page, crawl, interrupted, drop.Token));
            }
        }
        catch (Exception) when (interrupted.IsCancellationRequested)
        {
            // The page that was being looked at is dropped, in whatever way its browser takes that; what is known stays.
        }
    }

    /// <summary>Looks at one page, unless its host is left alone by now.</summary>
    private async Task<PageAudit> LookAsync(IPageAuditor auditor, SamplePage page, CrawlOutcome crawl, CancellationToken interrupted, CancellationToken drop)
    {
        string url = page.Url;
        IHostSlots slots = host.Services.GetRequiredService<IHostSlots>();
        SlotAnswer turn = await slots.AskAsync(url, interrupted);
        while (turn is { Refusal: null, RetryAfter.Ticks: > 0 })
        {
            await Task.Delay(turn.RetryAfter, clock, interrupted);
            turn = await slots.AskAsync(url, interrupted);
        }
        if (turn.Refusal is { } refusal)
            return PageAudit.Unmeasured(url, PageStatus.Blocked, refusal);

        HostAnswer? told = null;
        var request = new AuditRequest(url, regulation, crawl.Scope, crawl.Robots is { } robots ? robots.Allows : null)
        {
            IsDocument = page.Kind == PageKind.Document,
            Tried = answer => told = answer,
        };
        PageAudit audit = await auditor.AuditAsync(request, NoEvidence.Instance, drop);
        await slots.NoteAsync(url, told ?? new HostAnswer(audit.Reason), drop);
        return audit;
    }

    private IReadOnlyList<(SamplePage Page, PageAudit Audit)> JudgeAcross(IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages) =>
        [.. pages.Zip(host.Services.GetRequiredService<IAcrossPages>().Judge(pages), (p, judged) => (p.Page, judged))];

    private ScanResult Result(
        DateTimeOffset started, Sample sample, IReadOnlyList<(SamplePage Page, PageAudit Audit)> pages, string? cutShort)
    {
        ScanVerdict verdict = ScanVerdict.Of([.. pages.Select(p => (p.Audit.Status, p.Audit.Reason))], cutShort);
        (IReadOnlyList<EngineInfo> engines, string? browser) = PageEvidence.Sum(pages.Select(p => p.Audit));
        return ScanResultBuilder.Build(
            arguments.Url,
            new ScanResultScan(
                Base32.Random(12), started, clock.GetUtcNow(), verdict.Status, verdict.Reason, regulation.Id,
                engines, browser, sample.Seed, sample.Discovered)
            {
                Documents = sample.Documents,
            },
            regulation,
            pages);
    }

    /// <summary>The same site gives the same sample on the command line, run after run.</summary>
    private static long SeedOf(string url) => Base32.Hash(url).Aggregate(0L, (seed, c) => unchecked((seed * 31 + c) & int.MaxValue));

    private sealed class CrawlReporter(ScanProgressLine line) : IProgress<CrawlProgress>
    {
        public void Report(CrawlProgress value) => line.Show($"Crawling, {value.Found} pages found: {value.Url}");
    }
}
