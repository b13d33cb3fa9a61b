using System.Text.Json;
using Monitor.Shared.Domain;

namespace Monitor.Local.Commands.Up;

/// <summary>
/// The folder that one <c>up</c> keeps everything in, held by a lock while it runs. Demo and real data have folders of their own.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>Where data are kept unless somebody names a folder.</summary>
    public static string Default(bool demo) => System.IO.Path.Combine(Root, ".monitor", demo ? "demo" : "data");

    /// <summary>The repository's root, as the <c>monitor</c> script tells it.</summary>
    public static string Root => Environment.GetEnvironmentVariable("MONITOR_ROOT") ?? Environment.CurrentDirectory;

    /// <summary>Takes the folder; null when another process holds it.</summary>
    /// <exception cref="IOException">The folder can't be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be made or written.</exception>
    public static DataFolder? TryTake(string path)
    {
        string full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(full);
        string file = System.IO.Path.Combine(full, "lock");
        try
        {
            return new DataFolder(full, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>Tells other commands how to reach the running <c>up</c>.</summary>
    public void Announce(RunningUp running) =>
        File.WriteAllText(RunningFile(Path), JsonSerializer.Serialize(running, MonitorJson.Indented));

    /// <summary>How to reach the <c>up</c> that runs on a folder; null when none does.</summary>
    public static RunningUp? FindRunning(string path)
    {
        if (!File.Exists(RunningFile(path)))
            return null;
        using DataFolder? free = TryTake(path);
        return free is null ? JsonSerializer.Deserialize<RunningUp>(File.ReadAllText(RunningFile(path)), MonitorJson.Options) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();

    private static string RunningFile(string path) => System.IO.Path.Combine(System.IO.Path.GetFullPath(path), "running.json");
}

/// <summary>How to reach a running <c>up</c>.</summary>
/// <param name="Address">API and dashboard.</param>
/// <param name="Storage">The connection string of its storage.</param>
/// <param name="DemoControl">Where the demo takes orders; null without a demo.</param>
internal sealed record RunningUp(Uri Address, string Storage, Uri? DemoControl);
