using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Monitor.Tests.Support.Processes;
using Monitor.Tests.Support.Sites;

namespace Monitor.Benchmarks.Soak;

/// <summary>
/// One <c>./monitor up</c> that scans a site of 200 pages over and over, without any delay: no page may fail, no process may be left at the end,
/// and memory in the last scan must be what it was in the one after the first 200 pages. A garbage-collected process breathes, so a scan's memory is the
/// median of samples taken all through it.
/// </summary>
internal static partial class SoakBenchmark
{
    private const int PagesAScan = 200;
    private const double Allowed = 1.2;
    private const string Agency = "310000108";

    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        int audits = args[0, 2000];
        await using TestSite site = await GeneratedSite.StartAsync(PagesAScan);
        using var data = new TemporaryFolder();
        int port = FreePort.Next();
        await using MonitorProcess monitor = MonitorProcess.Start(
            new Dictionary<string, string>
            {
                ["Monitor__Outbound__AllowedOrigins__0"] = site.Origin.GetLeftPart(UriPartial.Authority),
                ["Monitor__Scans__HostDelaySeconds"] = "0",
                ["Monitor__Scans__SecondLookSeconds"] = "1",
            },
            ["up", "--port", $"{port}", "--data", data.Path], CancellationToken.None);
        await monitor.SaysAsync("Ctrl-C stops.");
        using var api = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/api/v1/") };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key().Match(monitor.Output).Value);
        string solution = await RegisterAsync(api, site);

        int audited = 0, failed = 0;
        List<MemoryUse> memory = [];
        while (audited + failed < audits)
        {
            long begun = TimeProvider.System.GetTimestamp();
            List<MemoryUse> samples = [];
            JsonElement summary = (await ScanAsync(api, solution, monitor, samples)).GetProperty("summary");
            int pages = summary.GetProperty("pagesAudited").GetInt32();
            audited += pages;
            failed += summary.GetProperty("pagesSampled").GetInt32() - pages;
            memory.Add(MemoryUse.MedianOf(samples));
            Report.Line($"{audited} audits, {failed} failed, {pages / TimeProvider.System.GetElapsedTime(begun).TotalSeconds:0.00} pages/s; {memory[^1]}, {samples.Min(s => s.Total)} to {samples.Max(s => s.Total)}");
            if (pages == 0)
                return false;
        }

        IReadOnlyList<(int Id, string Started)> children = ProcessTree.DescendantsOf(monitor.Id);
        await monitor.SignalAsync("INT");
        int exit = await monitor.EndedAsync();
        // The kernel may take a moment after their parent's end.
        await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System);
        int left = children.Count(ProcessTree.IsAlive);
        // Audits of the second scan are those after the first 200; a run of one scan has only that to show.
        MemoryUse level = memory[Math.Min(1, memory.Count - 1)], last = memory[^1];
        double growth = (double)last.Total / level.Total;
        Report.Line($"{audited} page audits, {failed} failed, {left} of {children.Count} processes left over, exit code {exit}; memory {growth:P0} of its level after {PagesAScan} pages ({level.Total} -> {last.Total} MiB)");
        return failed == 0 && left == 0 && exit == 0 && growth <= Allowed;
    }

    private static async Task<string> RegisterAsync(HttpClient api, TestSite site)
    {
        using HttpResponseMessage agency = await api.PostAsJsonAsync("agencies", new { orgNumber = Agency, name = "Utholdenhet kommune" });
        agency.EnsureSuccessStatusCode();
        using HttpResponseMessage solution = await api.PostAsJsonAsync(
            $"agencies/{Agency}/solutions", new { name = "Nettstedet", url = site.Url("/"), maxPages = PagesAScan });
        solution.EnsureSuccessStatusCode();
        return (await solution.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    /// <summary>Orders a scan and waits for its end, taking samples of memory meanwhile.</summary>
    private static async Task<JsonElement> ScanAsync(HttpClient api, string solution, MonitorProcess monitor, List<MemoryUse> samples)
    {
        using HttpResponseMessage ordered = await api.PostAsync($"solutions/{solution}/scans", null);
        ordered.EnsureSuccessStatusCode();
        string id = (await ordered.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        while (!monitor.HasExited)
        {
            JsonElement scan = await api.GetFromJsonAsync<JsonElement>($"scans/{id}");
            if (scan.GetProperty("status").GetString() is "completed" or "partial" or "failed")
                return scan;
            samples.Add(MemoryUse.Of(monitor.Id));
            await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System);
        }
        throw new InvalidOperationException($"Monitor ended with {monitor.ExitCode}:\n{monitor.Error}");
    }

    [GeneratedRegex(@"mon_\S+")]
    private static partial Regex Key();
}
