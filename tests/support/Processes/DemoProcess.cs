using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using MimeKit;
using Monitor.Stubs.Registries;

namespace Monitor.Tests.Support.Processes;

/// <summary>A running <c>./monitor up --demo</c>, seen from outside: its dashboard, its API and its mails.</summary>
public sealed partial class DemoProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly MonitorProcess process;
    private readonly HttpClient client;
    private readonly CancellationToken cancellation;

    private DemoProcess(MonitorProcess process, int port, string dataFolder, CancellationToken cancellation)
    {
        this.process = process;
        this.cancellation = cancellation;
        DataFolder = dataFolder;
        Port = port;
        client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/") };
    }

    /// <summary>Where its data are.</summary>
    public string DataFolder { get; }

    /// <summary>Its port.</summary>
    public int Port { get; }

    /// <summary>The process.</summary>
    public MonitorProcess Process => process;

    /// <summary>Starts one and waits until it says that it is ready.</summary>
    /// <param name="folder">Where its data are; those of an earlier one are gone on with.</param>
    /// <param name="port">The port of that earlier one; null for a free one.</param>
    /// <param name="settings">Settings beside the short lease.</param>
    /// <param name="cancellation">Ends every wait for it.</param>
    public static async Task<DemoProcess> StartAsync(
        string folder, int? port = null, IReadOnlyDictionary<string, string>? settings = null, CancellationToken cancellation = default)
    {
        int at = port ?? FreePort();
        var environment = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Monitor__Runner__LeaseSeconds"] = "15" };
        MonitorProcess process = MonitorProcess.Start(environment, ["up", "--demo", "--port", $"{at}", "--data", folder], cancellation);
        var demo = new DemoProcess(process, at, folder, cancellation);
        await process.SaysAsync("Ctrl-C stops.");
        demo.client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", SupervisorKey().Match(process.Output).Groups[1].Value);
        return demo;
    }

    /// <summary>The mails caught so far, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Mails() =>
        [.. Directory.GetFiles(Path.Combine(DataFolder, "mails"), "*.eml").Order(StringComparer.Ordinal).Select(f => MimeMessage.Load(f))];

    /// <summary>Waits for a number of mails.</summary>
    public Task MailsAsync(int count) => UntilAsync($"{count} mails", () => Task.FromResult(Mails().Count >= count));

    /// <summary>The one solution of an agency.</summary>
    public async Task<string> SolutionAsync(StubAgency agency) =>
        (await ItemsAsync($"api/v1/agencies/{agency.OrgNumber}/solutions"))[0].GetProperty("id").GetString()!;

    /// <summary>Waits until every scan of an agency's solution has ended, and there are as many as said.</summary>
    /// <returns>The newest.</returns>
    public async Task<JsonElement> ScansEndedAsync(StubAgency agency, int count)
    {
        string solution = await SolutionAsync(agency);
        JsonElement newest = default;
        await UntilAsync($"{count} ended scans of {agency.Name}", async () =>
        {
            IReadOnlyList<JsonElement> scans = await ItemsAsync($"api/v1/solutions/{solution}/scans");
            newest = scans.Count > 0 ? scans[0] : default;
            return scans.Count >= count && scans.All(s => s.GetProperty("status").GetString() is "completed" or "partial" or "failed");
        });
        return newest;
    }

    /// <summary>Sees that a scan looked at every page; tells which it did not, and why.</summary>
    public async Task CompletedAsync(JsonElement scan)
    {
        IEnumerable<string> missed = (await ItemsAsync($"api/v1/scans/{scan.GetProperty("id").GetString()}/pages"))
            .Where(p => p.GetProperty("status").GetString() != "audited")
            .Select(p => $"{p.GetProperty("url")} {p.GetProperty("status")} {p.GetProperty("reason")}");
        if (scan.GetProperty("status").GetString() is not "completed" and { } status)
            throw new InvalidOperationException($"{status}: {string.Join("; ", missed)}\n{process.Error}");
    }

    /// <summary>An agency's findings.</summary>
    public Task<IReadOnlyList<JsonElement>> FindingsAsync(StubAgency agency) => ItemsAsync($"api/v1/agencies/{agency.OrgNumber}/findings");

    /// <summary>A scan's frozen result.</summary>
    public async Task<JsonElement> ResultAsync(string scan) =>
        await client.GetFromJsonAsync<JsonElement>($"api/v1/scans/{scan}/findings", cancellation);

    /// <summary>Orders a scan through the API.</summary>
    public async Task OrderScanAsync(StubAgency agency)
    {
        using HttpResponseMessage answer = await client.PostAsync($"api/v1/solutions/{await SolutionAsync(agency)}/scans", null, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Runs <c>./monitor demo break</c> or <c>repair</c>.</summary>
    public async Task SwitchAsync(string order)
    {
        await using MonitorProcess command = await MonitorProcess.RunAsync(["demo", order, "--data", DataFolder], cancellation);
        if (command.ExitCode != 0)
            throw new InvalidOperationException(command.Error);
    }

    /// <summary>Reads anything with the supervisor's key.</summary>
    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path, cancellation);

    /// <summary>Waits until processes are gone: the kernel may take a moment after their parent's end.</summary>
    public async Task GoneAsync(IReadOnlyList<(int Id, string Started)> processes)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (processes.Any(ProcessTree.IsAlive))
        {
            if (TimeProvider.System.GetElapsedTime(begun) > TimeSpan.FromSeconds(10))
                throw new InvalidOperationException("A process was left behind.");
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
        }
    }

    /// <summary>Waits for something that another process brings about.</summary>
    public async Task UntilAsync(string what, Func<Task<bool>> condition)
    {
        long begun = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            if (process.HasExited)
                throw new InvalidOperationException($"The demo ended while waiting for {what}:\n{process.Error}");
            if (TimeProvider.System.GetElapsedTime(begun) > Patience)
                throw new InvalidOperationException($"Waited in vain for {what}:\n{process.Error}");
            await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await process.DisposeAsync();
    }

    private async Task<IReadOnlyList<JsonElement>> ItemsAsync(string path)
    {
        JsonElement list = await client.GetFromJsonAsync<JsonElement>(path, cancellation);
        return [.. list.GetProperty("items").EnumerateArray()];
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Supervisor key:\s+(\S+)")]
    private static partial Regex SupervisorKey();
}
