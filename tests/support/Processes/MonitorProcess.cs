using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text;

namespace Monitor.Tests.Support.Processes;

/// <summary>The program as a process of its own, as people start it: with its streams, its exit code and its signals.</summary>
public sealed class MonitorProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();
    private readonly ConcurrentBag<(string Text, TaskCompletionSource Seen)> awaited = [];

    private readonly CancellationToken cancellation;

    private MonitorProcess(Process process, CancellationToken cancellation)
    {
        this.process = process;
        this.cancellation = cancellation;
    }

    /// <summary>The repository's root.</summary>
    public static string Root { get; } = Path.GetFullPath(Metadata("Root"));

    /// <summary>What it has written to standard output.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    /// <summary>What it has written to standard error.</summary>
    public string Error
    {
        get
        {
            lock (error)
                return error.ToString();
        }
    }

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => process.HasExited;

    /// <summary>Its process id.</summary>
    public int Id => process.Id;

    /// <summary>Starts it.</summary>
    /// <param name="environment">Environment variables in addition.</param>
    /// <param name="arguments">What a person would write after <c>./monitor</c>.</param>
    /// <param name="cancellation">Ends every wait for it, not the process.</param>
    public static MonitorProcess Start(IReadOnlyDictionary<string, string>? environment, IEnumerable<string> arguments, CancellationToken cancellation)
    {
        // Where tests run in the background SIGINT is ignored, which children inherit; people's Ctrl-C is not.
        var start = new ProcessStartInfo("env", ["--default-signal=INT", "dotnet", Metadata("Program"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["MONITOR_ROOT"] = Root;
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var started = new MonitorProcess(new Process { StartInfo = start }, cancellation);
        started.process.OutputDataReceived += (_, e) => started.Keep(started.output, e.Data);
        started.process.ErrorDataReceived += (_, e) => started.Keep(started.error, e.Data);
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<MonitorProcess> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        MonitorProcess started = Start(null, arguments, cancellation);
        await started.EndedAsync();
        return started;
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode;
    }

    /// <summary>Its exit code, once it has ended.</summary>
    public int ExitCode => process.ExitCode;

    /// <summary>Completes when a text has been written to standard output or error.</summary>
    /// <exception cref="InvalidOperationException">It ended without saying so.</exception>
    public async Task SaysAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        awaited.Add((text, seen));
        Check();
        Task ended = process.WaitForExitAsync(cancellation);
        if (await Task.WhenAny(seen.Task, ended) == ended && !seen.Task.IsCompleted)
            throw new InvalidOperationException($"It ended with {process.ExitCode} and never said '{text}':\n{Output}\n{Error}");
    }

    /// <summary>Sends a signal, e.g. <c>INT</c> or <c>KILL</c>.</summary>
    public async Task SignalAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])!;
        await kill.WaitForExitAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await SignalAsync("TERM");
            await process.WaitForExitAsync();
        }
        process.Dispose();
    }

    private static string Metadata(string key) =>
        typeof(MonitorProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private void Keep(StringBuilder to, string? line)
    {
        if (line is null)
            return;
        lock (to)
            to.Append(line).Append('\n');
        Check();
    }

    private void Check()
    {
        foreach ((string text, TaskCompletionSource seen) in awaited)
        {
            if (Output.Contains(text, StringComparison.Ordinal) || Error.Contains(text, StringComparison.Ordinal))
                seen.TrySetResult();
        }
    }
}
