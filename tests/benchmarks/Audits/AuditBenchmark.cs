using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Benchmarks.Accuracy;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Audits;

/// <summary>
/// What each check costs on real pages, one at a time, and what it says of them. Checks that act may take at most 1.5 times what axe takes on the page, or half a
/// second, and 1.3 times in the sum; watching for motion and flashes is counted apart.
/// </summary>
internal static class AuditBenchmark
{
    private const double PageShare = 1.5, SumShare = 1.3, PageFloorMs = 500, WatchingMs = 6000;
    private static readonly string[] Watching = ["motion", "flashes"];

    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        if (args.Text(0) is not { } folder || !Directory.Exists(folder))
            throw new ArgumentException("Name a folder with built HTML, such as /usr/share/doc/python3/html, and how many of its pages to judge.");
        string[] pages = Choose(folder, args[1, 60]);
        await using WebApplication site = await ExampleSite.ServeAsync(folder);
        using IHost host = ExampleSite.Judge(site.Urls.First(), services => Time(services));
        TimedCheck[] checks = [.. host.Services.GetServices<ICheck>().Cast<TimedCheck>()];
        var auditor = host.Services.GetRequiredService<IPageAuditor>();
        Regulation regulation = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!;

        FolderEvidence? evidence = args.After("--evidence") is { } kept ? new FolderEvidence(kept) : null;
        List<PageAudit> audits = [];
        foreach (string page in pages)
        {
            PageAudit audit = await auditor.AuditAsync(
                new AuditRequest(site.Urls.First() + page, regulation), (IEvidenceStore?)evidence ?? NoEvidence.Instance, CancellationToken.None);
            if (audit.Status != PageStatus.Audited)
                Report.Line($"not judged: {page}, {audit.Reason}");
            else
                audits.Add(audit);
        }
        if (evidence is not null)
            await evidence.WriteAsync(audits);
        TellOutcomes(audits);
        TellStates(audits);
        return TellTimes(checks);
    }

    internal static string[] Choose(string folder, int count)
    {
        string[] all = [.. Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => "/" + Path.GetRelativePath(folder, f))];
        return [.. Enumerable.Range(0, Math.Min(count, all.Length)).Select(i => all[(int)((long)i * all.Length / Math.Min(count, all.Length))])];
    }

    private static void Time(IServiceCollection services)
    {
        foreach (ServiceDescriptor check in services.Where(s => s.ServiceType == typeof(ICheck)).ToArray())
        {
            services.Remove(check);
            services.AddSingleton<ICheck>(s => new TimedCheck((ICheck)ActivatorUtilities.CreateInstance(s, check.ImplementationType!), TimeProvider.System));
        }
    }

    private static void TellOutcomes(List<PageAudit> audits)
    {
        foreach (IGrouping<string, RuleResult> rule in audits.SelectMany(a => a.Rules).Where(r => r.Check != "axe").GroupBy(r => $"{r.Check}/{r.Rule}").OrderBy(g => g.Key))
        {
            int Pages(Outcome outcome) => rule.Count(r => r.Outcome == outcome);
            if (Pages(Outcome.Failed) + Pages(Outcome.CantTell) + Pages(Outcome.Untested) > 0)
                Report.Line($"{rule.Key}: failed on {Pages(Outcome.Failed)}, can't tell on {Pages(Outcome.CantTell)}, untested on {Pages(Outcome.Untested)} of {audits.Count} pages");
        }
        foreach (PageAudit audit in audits)
        {
            foreach (RuleResult rule in audit.Rules.Where(r => r.Check != "axe" && r.Outcome == Outcome.Failed))
                Report.Line($"failed: {audit.Url} {rule.Rule}: {string.Join("; ", rule.Elements.Where(e => e.Outcome == Outcome.Failed).Take(3).Select(e => $"{e.Target} ({e.Message})"))}");
        }
    }

    private static void TellStates(List<PageAudit> audits)
    {
        PageStates[] states = [.. audits.Select(a => a.States).OfType<PageStates>().OrderBy(s => s.DurationMs)];
        if (states.Length == 0)
            return;
        int found = audits.Count(a => a.Rules.SelectMany(r => r.Elements).Any(e => e.After is not null));
        Report.Line($"states behind a click: {states.Sum(s => s.Judged.Count)} on {states.Count(s => s.Judged.Count > 0)} of {audits.Count} pages, all there were on {states.Count(s => s.Complete)}, something found on {found}");
        Report.Line($"states behind a click: median {states[states.Length / 2].DurationMs} ms, 90 % {states[states.Length * 9 / 10].DurationMs}, most {states[^1].DurationMs}");
    }

    private static bool TellTimes(IReadOnlyList<TimedCheck> checks)
    {
        TimedCheck axe = checks.Single(c => c.Id == "axe");
        string[] pages = [.. axe.Taken.Keys];
        double whole = axe.Taken.Values.Sum();
        foreach (TimedCheck check in checks)
        {
            double[] taken = [.. pages.Select(p => check.Taken.GetValueOrDefault(p)).Order()];
            Report.Line($"{(check.Acts ? "acts " : "reads")} {check.Id,-22} median {taken[taken.Length / 2],6:0} ms, 90 % {taken[taken.Length * 9 / 10],6:0}, most {taken[^1],6:0}; {taken.Sum() / whole:0.00} × axe");
        }
        double Acting(string page) => checks.Where(c => c.Acts && !Watching.Contains(c.Id)).Sum(c => c.Taken.GetValueOrDefault(page));
        double Reading(string page) => checks.Where(c => !c.Acts && c != axe).Sum(c => c.Taken.GetValueOrDefault(page));
        double Watched(string page) => checks.Where(c => Watching.Contains(c.Id)).Sum(c => c.Taken.GetValueOrDefault(page));

        double sum = pages.Sum(Acting) / whole;
        string[] slow = [.. pages.Where(p => Acting(p) > Math.Max(PageShare * axe.Taken[p], PageFloorMs))];
        foreach (string page in slow)
            Report.Line($"over its bound: {page}: axe {axe.Taken[page]:0} ms; {string.Join(", ", checks.Where(c => c.Acts && !Watching.Contains(c.Id)).Select(c => (c.Id, Ms: c.Taken.GetValueOrDefault(page))).Where(c => c.Ms > 50).OrderByDescending(c => c.Ms).Select(c => $"{c.Id} {c.Ms:0}"))}");
        int over = slow.Length, watchedOver = pages.Count(p => Watched(p) > WatchingMs);
        Report.Line($"acting checks: {sum:0.00} × axe in the sum (at most {SumShare}), {over} of {pages.Length} pages over their bound");
        Report.Line($"reading checks: {pages.Sum(Reading) / whole:0.00} × axe in the sum; watching: most {pages.Max(Watched):0} ms, {watchedOver} pages over {WatchingMs:0} ms");
        return sum <= SumShare && over == 0 && watchedOver == 0;
    }
}
