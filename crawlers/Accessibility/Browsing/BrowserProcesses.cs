using System.Diagnostics;
using System.Globalization;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>The processes of a browser that we started, the driver's among them, read from <c>/proc</c>; none where there is no such thing.</summary>
/// <param name="browser">The browser's process.</param>
internal sealed class BrowserProcesses(int browser)
{
    private readonly BrowserProcess[] known = Between(browser);

    /// <summary>Whether they can be seen at all.</summary>
    public static bool CanBeSeen => File.Exists("/proc/self/stat");

    /// <summary>Those that run now: driver, browser and all below.</summary>
    public IReadOnlyList<BrowserProcess> Running()
    {
        BrowserProcess[] all = [.. All()];
        Dictionary<int, BrowserProcess> found = all.Where(p => known.Any(p.IsSame)).ToDictionary(p => p.Id);
        int before;
        do
        {
            before = found.Count;
            foreach (BrowserProcess child in all.Where(p => found.ContainsKey(p.Parent)))
                found[child.Id] = child;
        }
        while (found.Count > before);
        return [.. found.Values];
    }

    /// <summary>Whether a process runs, the dead that nobody has fetched left out.</summary>
    public static bool IsRunning(BrowserProcess process) => Find(process.Id)?.IsSame(process) is true;

    /// <summary>Whether a process shows pages.</summary>
    public static bool IsRenderer(BrowserProcess process) => Read(process.Id, "cmdline").Contains("--type=renderer", StringComparison.Ordinal);

    /// <summary>Bytes of memory that are a process's own: what it allocated and what it shares with others of the browser, files left out.</summary>
    public static long MemoryOf(BrowserProcess process) =>
        1024 * Read(process.Id, "status").Split('\n')
            .Where(l => l.StartsWith("RssAnon:", StringComparison.Ordinal) || l.StartsWith("RssShmem:", StringComparison.Ordinal))
            .Sum(l => long.Parse(l.AsSpan(l.IndexOf(':', StringComparison.Ordinal) + 1).Trim().TrimEnd("kB").Trim(), CultureInfo.InvariantCulture));

    /// <summary>Ends processes at once, those that have not ended by themselves.</summary>
    public static void End(IEnumerable<BrowserProcess> processes)
    {
        foreach (BrowserProcess process in processes.Where(IsRunning))
        {
            try
            {
                using var victim = Process.GetProcessById(process.Id);
                victim.Kill();
            }
            catch (Exception e) when (e is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // It went by itself.
            }
        }
    }

    /// <summary>Between the browser and us: the driver, and the script that may have started the browser. None where it is no child of ours.</summary>
    private static BrowserProcess[] Between(int process)
    {
        List<BrowserProcess> found = [];
        for (BrowserProcess? member = Find(process); member is not null && member.Id != Environment.ProcessId; member = Find(member.Parent))
            found.Add(member);
        return found.Count > 0 && found[^1].Parent == Environment.ProcessId ? [.. found] : [];
    }

    private static IEnumerable<BrowserProcess> All() =>
        CanBeSeen
            ? Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), CultureInfo.InvariantCulture, out int id) ? Find(id) : null).OfType<BrowserProcess>()
            : [];

    /// <summary>Reads proc_pid_stat(5): id, name in brackets, state, parent, and as number 22 when it was started. The dead that nobody has fetched are none.</summary>
    private static BrowserProcess? Find(int process)
    {
        string stat = Read(process, "stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length > 19 && fields[0] is not ("Z" or "X")
            ? new BrowserProcess(process, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19])
            : null;
    }

    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}

/// <summary>One process; ids are used again, and so the time of its start belongs to it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Parent">The one that started it.</param>
/// <param name="Started">When, in ticks since the machine was.</param>
internal sealed record BrowserProcess(int Id, int Parent, string Started)
{
    /// <summary>Whether it is the same process, whoever its parent is by now.</summary>
    public bool IsSame(BrowserProcess other) => (Id, Started) == (other.Id, other.Started);
}
