using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace Monitor.Local.Commands.Up;

/// <summary>
/// Azurite as a child process: it starts first and stops last, gently, since a killed one loses what it wrote in its last seconds.
/// It runs in a session of its own, so that Ctrl-C reaches us and not it.
/// </summary>
internal sealed class AzuriteProcess : IAsyncDisposable
{
    // The emulator's published account (learn.microsoft.com/azure/storage/common/storage-use-azurite): no secret.
    private const string Account = "devstoreaccount1";
    private const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    // What it says goes into a file, never to us through a pipe: when we are killed, a pipe would break and take it down before it has saved.
    private const string IntoLog = """exec "$@" >"$0" 2>&1 </dev/null""";

    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    private readonly Process process;

    private AzuriteProcess(Process process, string connectionString)
    {
        this.process = process;
        ConnectionString = connectionString;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts it on free loopback ports and waits until it answers.</summary>
    /// <param name="dataFolder">The folder its files are kept in.</param>
    /// <param name="clock">Times the wait.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The running process, or what to do.</returns>
    public static async Task<(AzuriteProcess? Azurite, string? Problem)> StartAsync(string dataFolder, TimeProvider clock, CancellationToken cancellation)
    {
        string executable = Environment.GetEnvironmentVariable("MONITOR_AZURITE") ?? "azurite";
        await EndLeftoverAsync(dataFolder, cancellation);

        int[] ports = FreePorts(3);
        var start = new ProcessStartInfo("setsid")
        {
            ArgumentList =
            {
                "sh", "-c", IntoLog, LogFile(dataFolder),
                executable, "--silent", "--skipApiVersionCheck", "--disableTelemetry", "--location", Path.Combine(dataFolder, "azurite"),
                "--blobHost", "127.0.0.1", "--blobPort", Text(ports[0]),
                "--queueHost", "127.0.0.1", "--queuePort", Text(ports[1]),
                "--tableHost", "127.0.0.1", "--tablePort", Text(ports[2]),
            },
        };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (null, $"storage could not be started ({e.Message}); start it with ./monitor up, which installs what is missing");
        }
        try
        {
            await File.WriteAllTextAsync(PidFile(dataFolder), Text(process.Id), cancellation);
            if (await WaitAsync(process, ports, LogFile(dataFolder), clock, cancellation) is { } problem)
            {
                await EndAsync(process, CancellationToken.None);
                return (null, problem);
            }
        }
        catch
        {
            // Interrupted while it starts: nobody else would end it.
            await EndAsync(process, CancellationToken.None);
            throw;
        }
        return (new AzuriteProcess(process, ConnectionStringOf(ports)), null);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync(process, CancellationToken.None);
        process.Dispose();
    }

    /// <returns>Null once it answers on every port; otherwise what went wrong.</returns>
    private static async Task<string?> WaitAsync(Process process, int[] ports, string log, TimeProvider clock, CancellationToken cancellation)
    {
        long begun = clock.GetTimestamp();
        foreach (int port in ports)
        {
            while (!await AnswersAsync(port, cancellation))
            {
                if (process.HasExited)
                    return $"storage ended at once: {LastLines(log)}";
                if (clock.GetElapsedTime(begun) > StartLimit)
                    return $"storage did not answer in time: {LastLines(log)}";
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellation);
            }
        }
        return null;
    }

    private static string ConnectionStringOf(int[] ports) => string.Create(
        CultureInfo.InvariantCulture,
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={AccountKey};BlobEndpoint=http://127.0.0.1:{ports[0]}/{Account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{Account};TableEndpoint=http://127.0.0.1:{ports[2]}/{Account};");

    /// <summary>After a kill of ours its Azurite still runs and holds the files: it is ended before a new one opens them.</summary>
    private static async Task EndLeftoverAsync(string dataFolder, CancellationToken cancellation)
    {
        if (!File.Exists(PidFile(dataFolder)) || !int.TryParse(await File.ReadAllTextAsync(PidFile(dataFolder), cancellation), CultureInfo.InvariantCulture, out int id))
            return;
        try
        {
            using var leftover = Process.GetProcessById(id);
            string command = await File.ReadAllTextAsync($"/proc/{id}/cmdline", cancellation);
            if (command.Contains("azurite", StringComparison.Ordinal) && command.Contains(dataFolder, StringComparison.Ordinal))
                await EndAsync(leftover, cancellation);
        }
        catch (Exception e) when (e is ArgumentException or IOException)
        {
            // Nothing of that number runs any more.
        }
    }

    private static async Task EndAsync(Process process, CancellationToken cancellation)
    {
        if (process.HasExited)
            return;
        using (Process? terminate = Process.Start("kill", ["-TERM", Text(process.Id)]))
            await terminate!.WaitForExitAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>
    /// Ports that nobody listens on, and none of those that the kernel gives to outgoing connections (32768 and up on Linux):
    /// one of them could be gone before Azurite has it.
    /// </summary>
    private static int[] FreePorts(int count)
    {
        HashSet<int> taken = [.. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(l => l.Port)];
        HashSet<int> free = [];
        while (free.Count < count)
        {
            int port = Random.Shared.Next(10_000, 32_000);
            if (!taken.Contains(port))
                free.Add(port);
        }
        return [.. free];
    }

    private static string LastLines(string log) =>
        File.Exists(log) ? string.Join(" / ", File.ReadLines(log).Where(l => l.Length > 0).TakeLast(5)) : "it said nothing";

    private static string LogFile(string dataFolder) => Path.Combine(dataFolder, "azurite.log");

    private static string PidFile(string dataFolder) => Path.Combine(dataFolder, "azurite.pid");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
