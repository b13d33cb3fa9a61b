using System.Globalization;
using Monitor.Benchmarks;
using Monitor.Benchmarks.Accuracy;
using Monitor.Benchmarks.Audits;
using Monitor.Benchmarks.Crash;
using Monitor.Benchmarks.Languages;
using Monitor.Benchmarks.Load;
using Monitor.Benchmarks.Soak;

var benchmarks = new Dictionary<string, (string Meaning, Func<BenchmarkArguments, Task<bool>> Run)>
{
    ["scan"] = ("[PAGES 60] [CONCURRENCY 2]: a whole scan of a site on loopback, pages a second", ScanBenchmark.RunAsync),
    ["crash"] = ("[KILLS 50] [SEED 1] [LANES 1]: SIGKILL at random moments of a demo scan; ends with the same findings and mails", CrashBenchmark.RunAsync),
    ["soak"] = ("[AUDITS 2000]: page audits in one process; no failed page, no process left, memory level", SoakBenchmark.RunAsync),
    ["accuracy"] = ("DIR [--format json]: judges examples in the format of the W3C's ACT test cases; what we find and accuse wrongly, beside axe alone", AccuracyBenchmark.RunAsync),
    ["audit"] = ("DIR [PAGES 60] [--evidence DIR]: what each check costs on real pages, and what ours say of them; what failed with pictures in a folder", AuditBenchmark.RunAsync),
    ["alike"] = ("DIR [PAGES 6] [TIMES 10]: audits unchanged pages over and over; the same findings each time", AlikeBenchmark.RunAsync),
    ["languages"] = ("DIR [FILE]: makes the models of the check language from a folder of corpora and measures them on what was held out", LanguageBenchmark.RunAsync),
    ["load"] = ("[AGENCIES 200] [SOLUTIONS 5] [PAGES 5]: all due at once, with a stub browser; completeness and politeness", LoadBenchmark.RunAsync),
};

if (args is [] || !benchmarks.TryGetValue(args[0], out (string Meaning, Func<BenchmarkArguments, Task<bool>> Run) benchmark))
{
    foreach ((string name, (string meaning, _)) in benchmarks)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"./monitor bench {name} {meaning}"));
    return args is [] ? 0 : 2;
}
return await benchmark.Run(new BenchmarkArguments(args[1..])) ? 0 : 1;
