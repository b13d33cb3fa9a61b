using System.Globalization;

namespace Monitor.Tests.Support.Processes;

/// <summary>Who descends from a process, by /proc.</summary>
public static class ProcessTree
{
    /// <summary>All descendants, children of children too, as id and start time: an id alone may be given to another process later.</summary>
    public static IReadOnlyList<(int Id, string Started)> DescendantsOf(int ancestor)
    {
        Dictionary<int, (int Parent, string Started)> all = All();
        HashSet<int> family = [ancestor];
        for (int before = 0; before != family.Count;)
        {
            before = family.Count;
            family.UnionWith(all.Where(p => family.Contains(p.Value.Parent)).Select(p => p.Key));
        }
        return [.. family.Where(id => id != ancestor && all.ContainsKey(id)).Select(id => (id, all[id].Started))];
    }

    /// <summary>Whether the very process still runs.</summary>
    public static bool IsAlive((int Id, string Started) process) =>
        All().TryGetValue(process.Id, out (int Parent, string Started) now) && now.Started == process.Started;

    private static Dictionary<int, (int Parent, string Started)> All()
    {
        Dictionary<int, (int, string)> all = [];
        foreach (string folder in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int id))
                continue;
            try
            {
                // The name, in parentheses, may hold spaces; the fields after it do not (proc(5)): state, parent, …, start time as the 20th.
                string stat = File.ReadAllText(Path.Combine(folder, "stat"));
                string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
                if (fields[0] != "Z")
                    all[id] = (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[19]);
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }
        return all;
    }
}
