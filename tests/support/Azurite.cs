using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Tests.Support;

/// <summary>
/// Microsoft's storage emulator, in memory, on free ports of the loopback address. A test process shares one (<see cref="SharedAsync"/>);
/// each test takes an account of its own (<see cref="NewAccount"/>), so that no test sees another's tables, blobs or queues.
/// The executable is named by the environment variable <c>MONITOR_AZURITE</c>, else found on the path.
/// It ends with the test process, also with one that is killed: a shell waits for the end of a pipe that only this process holds open.
/// </summary>
public sealed partial class Azurite : IAsyncDisposable
{
    private const int Accounts = 1000;

    // Any key will do; this one is base64 for "monitor".
    private const string Key = "bW9uaXRvcg==";

    private const string Script =
        """exec 3<&0; "$0" "$@" </dev/null 3<&- & pid=$!; { cat <&3; kill "$pid"; } >/dev/null 2>&1 & exec 3<&-; wait "$pid" """;

    private static readonly Lazy<Task<Azurite>> Shared = new(() => StartAsync());

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentDictionary<string, string> endpoints = new(StringComparer.OrdinalIgnoreCase);
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int accountsTaken;

    private Azurite(Process process) => this.process = process;

    /// <summary>The one of this test process, started by whoever asks first.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start; the message says what to do.</exception>
    public static Task<Azurite> SharedAsync() => Shared.Value;

    /// <summary>Starts one of your own, for a test that must stop it or keep its data.</summary>
    /// <param name="folder">Where it keeps its data; null for in memory.</param>
    /// <exception cref="InvalidOperationException">It is not installed, or did not start; the message says what to do.</exception>
    public static async Task<Azurite> StartAsync(string? folder = null)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "-c", Script, Executable(),
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            // The client libraries are ahead of the emulator's list of versions.
            "--skipApiVersionCheck", "--silent", "--disableTelemetry",
            .. folder is null ? ["--inMemoryPersistence"] : new[] { "--location", folder },
        ];
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, Accounts).Select(i => $"{AccountName(i)}:{Key}"));

        var azurite = new Azurite(new Process { StartInfo = start, EnableRaisingEvents = true });
        await azurite.ListenAsync();
        return azurite;
    }

    /// <summary>The connection string (<c>AzureWebJobsStorage</c>) of an empty account that nobody else has.</summary>
    public string NewAccount()
    {
        int taken = Interlocked.Increment(ref accountsTaken) - 1;
        return taken < Accounts ? ConnectionString(taken) : throw new InvalidOperationException($"All {Accounts} accounts are taken.");
    }

    /// <summary>The connection string of the account with a number; for a test that comes back to data kept in a folder.</summary>
    public string ConnectionString(int account)
    {
        string name = AccountName(account);
        return $"DefaultEndpointsProtocol=http;AccountName={name};AccountKey={Key};BlobEndpoint={endpoints["Blob"]}/{name};"
            + $"QueueEndpoint={endpoints["Queue"]}/{name};TableEndpoint={endpoints["Table"]}/{name};";
    }

    /// <summary>Stops it gently.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string AccountName(int account) => string.Create(CultureInfo.InvariantCulture, $"test{account:000}");

    private static string Executable()
    {
        if (Environment.GetEnvironmentVariable("MONITOR_AZURITE") is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new InvalidOperationException($"MONITOR_AZURITE names {named}, which does not exist.");
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
                .Select(folder => Path.Combine(folder, "azurite")).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                "Azurite is not installed. Run the tests by './monitor test', which installs it, or 'npm install azurite' in a folder and set MONITOR_AZURITE to its node_modules/.bin/azurite.");
    }

    private async Task ListenAsync()
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("Azurite ended: " + string.Join('\n', output)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await listening.Task.WaitAsync(TimeSpan.FromMinutes(1));
        }
        catch (TimeoutException)
        {
            process.StandardInput.Close();
            throw new InvalidOperationException("Azurite did not start within a minute: " + string.Join('\n', output));
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        output.Enqueue(line);
        if (Listening().Match(line) is not { Success: true } match)
            return;
        endpoints[match.Groups["service"].Value] = match.Groups["address"].Value;
        if (endpoints.Count == 3)
            listening.TrySetResult();
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+?)/?$")]
    private static partial Regex Listening();
}
