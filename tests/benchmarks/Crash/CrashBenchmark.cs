using System.Globalization;
using Monitor.Tests.Support.Processes;

namespace Monitor.Benchmarks.Crash;

/// <summary>
/// The demo's first scans, killed at random moments and started again, from one and the same snapshot of data in which both scans are ordered
/// and none has begun: every run must end with the findings and the mails (Message-IDs) of an undisturbed one.
/// </summary>
internal static class CrashBenchmark
{
    public static async Task<bool> RunAsync(BenchmarkArguments args)
    {
        int kills = args[0, 50], seed = args[1, 1], lanes = args[2, 1];
        Random random = new(seed);
        // Drawn before anything runs, so that a seed names the same moments whatever the lanes.
        double[] moments = [.. Enumerable.Range(0, kills).Select(_ => random.NextDouble())];
        bool[][] ended = await Task.WhenAll(Enumerable.Range(0, lanes).Select(lane => LaneAsync(moments.Where((_, i) => i % lanes == lane), lane)));
        int same = ended.Sum(lane => lane.Count(e => e));
        Report.Line($"{same} of {kills} killed scans ended with the same findings and the same Message-IDs as an undisturbed one (seed {seed})");
        return same == kills;
    }

    private static async Task<bool[]> LaneAsync(IEnumerable<double> moments, int lane)
    {
        using var snapshot = new TemporaryFolder();
        int port = await OrderedScan.PrepareAsync(snapshot.Path);
        (OrderedScan.Outcome expected, TimeSpan took) = await UndisturbedAsync(snapshot.Path, port);
        Report.Line($"lane {lane}: undisturbed in {took.TotalSeconds:0.0} s: {expected.Findings.Count} findings' occurrences, {expected.Mails.Count} mails");

        List<bool> same = [];
        foreach (double moment in moments)
            same.Add(await KilledAsync(snapshot.Path, port, moment * took, expected, string.Create(CultureInfo.InvariantCulture, $"lane {lane}, kill {same.Count + 1}")));
        return [.. same];
    }

    private static async Task<(OrderedScan.Outcome Outcome, TimeSpan Took)> UndisturbedAsync(string snapshot, int port)
    {
        using TemporaryFolder data = OrderedScan.Copy(snapshot);
        await using OrderedScan scan = await OrderedScan.StartAsync(data.Path, port);
        long begun = TimeProvider.System.GetTimestamp();
        await scan.EndedAsync();
        TimeSpan took = TimeProvider.System.GetElapsedTime(begun);
        return (await scan.OutcomeAsync(), took);
    }

    private static async Task<bool> KilledAsync(string snapshot, int port, TimeSpan moment, OrderedScan.Outcome expected, string name)
    {
        using TemporaryFolder data = OrderedScan.Copy(snapshot);
        try
        {
            await using (OrderedScan first = await OrderedScan.StartAsync(data.Path, port))
            {
                await Task.Delay(moment, TimeProvider.System);
                await first.KillAsync();
            }
            await using OrderedScan second = await OrderedScan.StartAsync(data.Path, port);
            await second.EndedAsync();
            string? difference = expected.DifferenceTo(await second.OutcomeAsync());
            Report.Line($"{name}, after {moment.TotalSeconds:0.00} s: {difference ?? "the same"}");
            return difference is null;
        }
        catch (InvalidOperationException e)
        {
            Report.Line($"{name}, after {moment.TotalSeconds:0.00} s: {e.Message}");
            return false;
        }
    }
}
