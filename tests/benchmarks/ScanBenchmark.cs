using System.Diagnostics;
using Monitor.Local.Commands;
using Monitor.Local.Commands.Scan;
using Monitor.Shared.Scans;
using Monitor.Tests.Support.Sites;

namespace Monitor.Benchmarks;

/// <summary>A whole scan: crawl, sample, audit, result.</summary>
internal static class ScanBenchmark
{
    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        int pages = args[0, 60];
        int concurrency = args[1, 2];
        await using TestSite site = await GeneratedSite.StartAsync(pages);
        var arguments = new ScanArguments { Url = site.Url("/"), MaxPages = pages, Delay = 0, Concurrency = concurrency, AllowPrivateAddresses = true };
        await using var scan = new SiteScan(arguments);
        if (scan.Problem is { } problem)
            throw new InvalidOperationException(problem);

        using var progress = new ScanProgressLine(Terminal.Process);
        long begun = Stopwatch.GetTimestamp();
        ScanResult result = await scan.RunAsync(progress, CancellationToken.None);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Report.Line(
            $"{result.Summary.PagesAudited} of {pages} pages audited in {seconds:0.0} s, {result.Summary.PagesAudited / seconds:0.00} pages/s at concurrency {concurrency}; {result.Summary.Findings} findings; this process peaked at {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MiB");
        return result.Summary.PagesAudited == pages;
    }
}
