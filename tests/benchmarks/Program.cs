using System.Globalization;
using Monitor.Benchmarks;

var benchmarks = new Dictionary<string, (string Meaning, Func<string[], Task> Run)>
{
    ["scan"] = ("[PAGES] [CONCURRENCY]: a whole scan of a site on loopback, pages a second", ScanBenchmark.RunAsync),
};

if (args is [] || !benchmarks.TryGetValue(args[0], out (string Meaning, Func<string[], Task> Run) benchmark))
{
    foreach ((string name, (string meaning, _)) in benchmarks)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"./monitor bench {name} {meaning}"));
    return args is [] ? 0 : 2;
}
await benchmark.Run(args[1..]);
return 0;
