using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Benchmarks.Accuracy;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Audits;

/// <summary>Audits unchanged pages over and over, and holds each audit's findings and outcomes against the first's.</summary>
internal static class AlikeBenchmark
{
    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        if (args.Text(0) is not { } folder || !Directory.Exists(folder))
            throw new ArgumentException("Name a folder with built HTML, how many of its pages to audit, and how often each.");
        string[] pages = AuditBenchmark.Choose(folder, args[1, 6]);
        int times = args[2, 10];
        await using WebApplication site = await ExampleSite.ServeAsync(folder);
        using IHost host = ExampleSite.Judge(site.Urls.First());
        var auditor = host.Services.GetRequiredService<IPageAuditor>();
        Regulation regulation = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!;

        int unlike = 0;
        foreach (string page in pages)
        {
            HashSet<string>? first = null;
            for (int i = 0; i < times; i++)
            {
                HashSet<string> told = Told(await auditor.AuditAsync(new AuditRequest(site.Urls.First() + page, regulation), NoEvidence.Instance, CancellationToken.None));
                first ??= told;
                string[] other = [.. first.Except(told).Select(t => "-" + t), .. told.Except(first).Select(t => "+" + t)];
                unlike += other.Length == 0 ? 0 : 1;
                foreach (string line in other)
                    Report.Line($"{page}, audit {i + 1}: {line}");
            }
            Report.Line($"{page}: {first!.Count} outcomes and findings, {times} times");
        }
        Report.Line($"{unlike} of {pages.Length * times} audits unlike the first of their page");
        return unlike == 0;
    }

    private static HashSet<string> Told(PageAudit audit) =>
    [
        $"{audit.Status} {audit.Reason}",
        .. audit.Rules.Select(r => $"{r.Rule} {r.Outcome}"),
        .. audit.Rules.SelectMany(r => r.Elements, (r, e) => $"{r.Rule} {e.Outcome} {e.Target}"),
    ];
}
