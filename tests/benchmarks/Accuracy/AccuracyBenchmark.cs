using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Benchmarks.Accuracy;

/// <summary>Judges a folder of examples with every check, as a scan does, and with axe alone.</summary>
internal static class AccuracyBenchmark
{
    private const int AtOnce = 2;

    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        if (args.Text(0) is not { } folder || !File.Exists(Path.Combine(folder, "testcases.json")))
            throw new ArgumentException("Name a folder with a testcases.json, such as the W3C publishes for its ACT rules.");
        Regulation regulation = RegulationCatalogue.Find(RegulationCatalogue.DefaultId)!;
        IReadOnlyList<Example> examples = Example.ReadAll(folder, regulation.Criteria);

        await using WebApplication site = await ExampleSite.ServeAsync(folder);
        using IHost host = ExampleSite.Judge(site.Urls.First());
        await using AxeAlone axe = await AxeAlone.StartAsync();
        var auditor = host.Services.GetRequiredService<IPageAuditor>();
        var judged = new Judged[examples.Count];
        await Parallel.ForAsync(0, examples.Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancellation) =>
        {
            Example example = examples[i];
            string url = site.Urls.First() + example.File;
            PageAudit audit = await auditor.AuditAsync(new AuditRequest(url, regulation), NoEvidence.Instance, cancellation);
            RuleResult[] spoken = [.. audit.Rules.Where(r => r.Outcome is Outcome.Failed or Outcome.CantTell && r.Wcag.Intersect(example.Criteria).Any())];
            judged[i] = new Judged(
                example, spoken.Length == 0 ? Verdict.Silent : spoken.Any(r => r.Outcome == Outcome.Failed) ? Verdict.Failed : Verdict.CantTell,
                await axe.JudgeAsync(url, example.Criteria), [.. spoken.Select(r => $"{r.Check}/{r.Rule} {r.Outcome}")],
                audit.Status == PageStatus.Audited ? null : audit.Reason);
        });
        Tell(judged);
        if (args.Has("--format", "json"))
            Console.WriteLine(JsonSerializer.Serialize(new { ours = Score.Of(judged, j => j.Ours), axe = Score.Of(judged, j => j.Axe) }, MonitorJson.Options));
        return true;
    }

    private static void Tell(IReadOnlyList<Judged> judged)
    {
        foreach (IGrouping<(string, string), Judged> rule in judged.GroupBy(j => (j.Example.RuleId, j.Example.RuleName)).OrderBy(g => g.Key))
        {
            Report.Line($"{rule.Key.Item1} {rule.Key.Item2} ({string.Join(", ", rule.First().Example.Criteria)})");
            Report.Line($"  ours {Score.Of(rule, j => j.Ours)}");
            Report.Line($"  axe  {Score.Of(rule, j => j.Axe)}");
        }
        foreach (IGrouping<string, Judged> criterion in judged.SelectMany(j => j.Example.Criteria, (j, c) => (j, c)).GroupBy(p => p.c, p => p.j).OrderBy(g => Version.Parse(g.Key)))
        {
            Report.Line($"criterion {criterion.Key}: ours {Score.Of(criterion, j => j.Ours)}; axe {Score.Of(criterion, j => j.Axe)}");
            foreach (IGrouping<string, string> rule in criterion.Where(j => j.Example.Fails).SelectMany(j => j.Rules, (j, r) => (r, j.Example.TestcaseId)).GroupBy(p => p.r, p => p.TestcaseId))
            {
                int silent = criterion.Count(j => !j.Example.Fails && !j.Rules.Contains(rule.Key));
                Report.Line($"  {rule.Key} on {rule.Count()} that fail, such as {rule.First()}; not on {silent} of {criterion.Count(j => !j.Example.Fails)} good ones");
            }
        }
        foreach (Judged wrong in judged.Where(j => !j.Example.Fails && j.Ours == Verdict.Failed))
            Report.Line($"false: {wrong.Example.RuleId}/{wrong.Example.TestcaseId}: {string.Join(", ", wrong.Rules)}");
        foreach (Judged missed in judged.Where(j => j.Example.Fails && j.Ours != Verdict.Failed))
            Report.Line($"missed: {missed.Example.RuleId}/{missed.Example.TestcaseId}: {(missed.Rules.Count == 0 ? "nothing" : string.Join(", ", missed.Rules))}");
        foreach (Judged doubted in judged.Where(j => !j.Example.Fails && j.Ours == Verdict.CantTell))
            Report.Line($"doubted: {doubted.Example.RuleId}/{doubted.Example.TestcaseId}: {string.Join(", ", doubted.Rules)}");
        foreach (IGrouping<string, string> check in judged.SelectMany(j => j.Rules.Select(r => r.Split('/')[0]).Distinct()).GroupBy(c => c))
            Report.Line($"check {check.Key} speaks on {check.Count()} examples");
        foreach ((string reason, int count) in judged.Select(j => j.Unmeasured).OfType<string>().CountBy(r => r))
            Report.Line($"not judged: {count}, {reason}");
        Report.Line($"ours: {Score.Of(judged, j => j.Ours)}");
        Report.Line($"axe alone: {Score.Of(judged, j => j.Axe)}");
    }
}
