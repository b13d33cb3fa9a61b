using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Monitor.Crawlers.Accessibility.Auditing;
using Monitor.Local.Commands.Up;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Tests.Support.Processes;

namespace Monitor.Benchmarks.Load;

/// <summary>
/// Many agencies, each with an address of its own and several solutions on it, all due at once, on the local runner and Azurite:
/// every scan must complete, and no host may see more than one request at a time or one sooner than its delay after the last.
/// </summary>
internal static class LoadBenchmark
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(60);

    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        int agencies = args[0, 200], solutions = args[1, 5], pages = args[2, 5];
        await using WatchedHosts hosts = await WatchedHosts.StartAsync(agencies, pages);
        using var data = new TemporaryFolder();
        (AzuriteProcess? azurite, string? problem) = await AzuriteProcess.StartAsync(data.Path, TimeProvider.System, CancellationToken.None);
        await using AzuriteProcess storage = azurite ?? throw new InvalidOperationException(problem);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        await using var monitor = new LocalMonitor(7071, storage.ConnectionString, Settings(hosts), services =>
            services.Replace(ServiceDescriptor.Singleton<IPageAuditor>(new StubBrowser(client, TimeProvider.System))));

        ITable<SolutionRow> table = monitor.Services.GetRequiredService<ITable<SolutionRow>>();
        await RegisterAsync(monitor.Services, hosts, solutions, pages);
        long begun = TimeProvider.System.GetTimestamp();
        await monitor.StartAsync(CancellationToken.None);
        int expected = agencies * solutions;
        IReadOnlyList<SolutionRow> ended = [];
        while (ended.Count < expected && TimeProvider.System.GetElapsedTime(begun) < Limit)
        {
            await Task.Delay(TimeSpan.FromSeconds(15), TimeProvider.System);
            ended = await EndedAsync(table);
            Report.Line($"{TimeProvider.System.GetElapsedTime(begun).TotalMinutes:0.0} min: {ended.Count} of {expected} scans ended, {hosts.Requests} requests, most at once {hosts.MostAtOnce}, shortest pause {hosts.ShortestPause.TotalMilliseconds:0} ms");
        }

        TimeSpan took = TimeProvider.System.GetElapsedTime(begun);
        (int complete, string[] others) = await CompleteAsync(monitor.Services.GetRequiredService<ITable<ScanRow>>(), ended, pages);
        foreach (string other in others.Take(10))
            Report.Line($"not complete: {other}");
        Report.Line($"{complete} of {expected} scans complete with {pages} pages each in {took.TotalMinutes:0.0} min, {complete * pages / took.TotalSeconds:0.0} pages/s; {hosts.Requests} requests at {agencies} hosts, most at once {hosts.MostAtOnce}, shortest pause {hosts.ShortestPause.TotalMilliseconds:0} ms (delay {Delay.TotalMilliseconds:0} ms)");
        return complete == expected && hosts.MostAtOnce == 1 && hosts.ShortestPause >= Delay && took < Limit;
    }

    private static Dictionary<string, string?> Settings(WatchedHosts hosts)
    {
        Dictionary<string, string?> settings = hosts.Origins.Select((o, i) => ($"Monitor:Outbound:AllowedOrigins:{i}", o))
            .ToDictionary(s => s.Item1, s => (string?)s.o.GetLeftPart(UriPartial.Authority));
        settings["Monitor:Scans:HostDelaySeconds"] = "0.2";
        settings["AzureWebJobs:CheckRegistries:Disabled"] = "true";
        return settings;
    }

    private static async Task RegisterAsync(IServiceProvider services, WatchedHosts hosts, int solutions, int pages)
    {
        ITable<AgencyRow> agencyTable = services.GetRequiredService<ITable<AgencyRow>>();
        ITable<SolutionRow> solutionTable = services.GetRequiredService<ITable<SolutionRow>>();
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach ((OrgNumber number, Uri origin) in OrgNumbers().Zip(hosts.Origins))
        {
            await agencyTable.PutAsync(
                new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = number.Value, Name = $"Virksomhet {number.Value}", CreatedAt = now }, CancellationToken.None);
            await solutionTable.PutAllAsync(
                [.. Enumerable.Range(0, solutions).Select(i => new SolutionRow
                {
                    PartitionKey = number.Value,
                    RowKey = SolutionId.New(number).ToString(),
                    Name = $"Nettsted {i}",
                    Url = new Uri(origin, $"del{i}/").ToString(),
                    ScopePath = $"/del{i}/",
                    Regulation = RegulationCatalogue.DefaultId,
                    MaxPages = pages,
                    CreatedAt = now,
                    NextDueAt = now,
                })],
                CancellationToken.None);
        }
    }

    private static IEnumerable<OrgNumber> OrgNumbers()
    {
        for (int number = 810000000; ; number++)
        {
            if (OrgNumber.TryParse($"{number}", out OrgNumber valid))
                yield return valid;
        }
    }

    private static async Task<IReadOnlyList<SolutionRow>> EndedAsync(ITable<SolutionRow> solutions)
    {
        List<SolutionRow> ended = [];
        await foreach (SolutionRow solution in solutions.ReadAllAsync(CancellationToken.None))
        {
            if (solution is { ActiveScan: null, LastScan: not null })
                ended.Add(solution);
        }
        return ended;
    }

    private static async Task<(int Complete, string[] Others)> CompleteAsync(ITable<ScanRow> scans, IReadOnlyList<SolutionRow> solutions, int pages)
    {
        int complete = 0;
        List<string> others = [];
        foreach (SolutionRow solution in solutions)
        {
            await foreach (ScanRow scan in scans.ReadAsync(solution.RowKey, "", CancellationToken.None))
            {
                if (scan.Status == ScanStatus.Completed && scan.PagesAudited == pages)
                    complete++;
                else
                    others.Add($"{scan.RowKey}: {scan.Status} {scan.Reason}, {scan.PagesAudited} pages");
            }
        }
        return (complete, [.. others]);
    }
}
