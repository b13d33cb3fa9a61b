using System.Globalization;
using Monitor.Tests.Support.Processes;

namespace Monitor.Benchmarks.Soak;

/// <summary>Memory in MiB, each shared page counted once (PSS, proc(5)).</summary>
/// <param name="Monitor">Of our own process.</param>
/// <param name="Browser">Of the browser's processes.</param>
/// <param name="Driver">Of the process between the two.</param>
internal sealed record MemoryUse(long Monitor, long Browser, long Driver)
{
    public long Total => Monitor + Browser + Driver;

    /// <summary>The median of each, on its own.</summary>
    public static MemoryUse MedianOf(IReadOnlyList<MemoryUse> samples) => new(
        Median(samples.Select(s => s.Monitor)), Median(samples.Select(s => s.Browser)), Median(samples.Select(s => s.Driver)));

    public static MemoryUse Of(int process)
    {
        long browser = 0, driver = 0;
        foreach ((int id, _) in ProcessTree.DescendantsOf(process))
        {
            string command = Read(id, "cmdline");
            if (command.Contains("run-driver", StringComparison.Ordinal))
                driver += Pss(id);
            else if (command.Contains("chrom", StringComparison.Ordinal))
                browser += Pss(id);
        }
        return new MemoryUse(Pss(process), browser, driver);
    }

    public override string ToString() => $"Monitor {Monitor} MiB, browser {Browser}, driver {Driver}";

    private static long Median(IEnumerable<long> values)
    {
        long[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static long Pss(int process)
    {
        string? line = Read(process, "smaps_rollup").Split('\n').FirstOrDefault(l => l.StartsWith("Pss:", StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (IOException)
        {
            return ""; // It ended meanwhile.
        }
    }
}
