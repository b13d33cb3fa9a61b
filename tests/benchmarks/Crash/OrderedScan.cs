using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;
using Monitor.Local.Commands.Up;
using Monitor.Shared.Alerts;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support.Processes;

namespace Monitor.Benchmarks.Crash;

/// <summary>The demo over data in which both agencies' first scans are ordered, seen from outside.</summary>
internal sealed class OrderedScan : IAsyncDisposable
{
    private static readonly StubAgency[] Agencies = [StubAgencies.Municipality, StubAgencies.Directorate];

    private readonly DemoProcess demo;

    private OrderedScan(DemoProcess demo) => this.demo = demo;

    // Quick, so that fifty runs fit into an hour; the lease as the issue of a kill has it: what a dead worker held is free after it.
    private static Dictionary<string, string> Settings => new()
    {
        ["Monitor__Scans__HostDelaySeconds"] = "0.1",
        ["Monitor__Scans__SecondLookSeconds"] = "2",
        ["Monitor__Scans__HostLeaseSeconds"] = "15",
    };

    /// <summary>Seeds a folder with the demo's agencies and their orders, with every queue switched off.</summary>
    /// <returns>The port that the folder's addresses belong to.</returns>
    public static async Task<int> PrepareAsync(string folder)
    {
        Dictionary<string, string> settings = Settings;
        foreach (string function in (string[])["StartScan", "AuditPage", "CompleteScan", "CheckAgency", "SendAlert"])
            settings[$"AzureWebJobs__{function}__Disabled"] = "true";
        await using DemoProcess demo = await DemoProcess.StartAsync(folder, settings: settings);
        return demo.Port;
    }

    /// <summary>A copy of a folder of data.</summary>
    public static TemporaryFolder Copy(string folder)
    {
        var copy = new TemporaryFolder();
        foreach (string from in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(copy.Path, Path.GetRelativePath(folder, from));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(from, to);
        }
        return copy;
    }

    /// <summary>Starts the demo over a folder; the scans begin.</summary>
    public static async Task<OrderedScan> StartAsync(string folder, int port) => new(await DemoProcess.StartAsync(folder, port, Settings));

    /// <summary>SIGKILL, to the process alone.</summary>
    public async Task KillAsync()
    {
        await demo.Process.SignalAsync("KILL");
        await demo.Process.EndedAsync();
    }

    /// <summary>Waits until both scans have ended, every mail is sent and no message is left.</summary>
    public async Task EndedAsync()
    {
        foreach (StubAgency agency in Agencies)
            await demo.ScansEndedAsync(agency, 1);
        RunningUp running = DataFolder.FindRunning(demo.DataFolder) ?? throw new InvalidOperationException("The demo does not run.");
        var outbox = new TableServiceClient(running.Storage).GetTableClient(OutboxRow.Table);
        var queues = new QueueServiceClient(running.Storage);
        await demo.UntilAsync("the end of all messages and mails", async () =>
        {
            await foreach (QueueItem queue in queues.GetQueuesAsync())
            {
                if ((await queues.GetQueueClient(queue.Name).GetPropertiesAsync()).Value.ApproximateMessagesCount > 0)
                    return false;
            }
            await foreach (TableEntity mail in outbox.QueryAsync<TableEntity>())
            {
                if (!string.Equals(mail.GetString(nameof(OutboxRow.State)), nameof(OutboxState.Sent), StringComparison.OrdinalIgnoreCase))
                    return false;
            }
            return true;
        });
    }

    /// <summary>What there is in the end.</summary>
    public async Task<Outcome> OutcomeAsync()
    {
        List<string> findings = [];
        foreach (StubAgency agency in Agencies)
        {
            JsonElement scan = await demo.ScansEndedAsync(agency, 1);
            findings.Add($"{agency.OrgNumber} {scan.GetProperty("status")}");
            foreach (JsonElement finding in await demo.FindingsAsync(agency))
                findings.Add($"{agency.OrgNumber} {finding.GetProperty("fingerprint")} {finding.GetProperty("state")}");
            JsonElement result = await demo.ResultAsync(scan.GetProperty("id").GetString()!);
            findings.AddRange(result.GetProperty("items").EnumerateArray().SelectMany(f => f.GetProperty("occurrences").EnumerateArray().Select(o =>
                $"{o.GetProperty("page")} {f.GetProperty("fingerprint")} {f.GetProperty("outcome")} {o.GetProperty("target")}")));
        }
        return new Outcome(findings.ToHashSet(), demo.Mails().Select(m => m.MessageId ?? "none").ToHashSet());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => demo.DisposeAsync();

    /// <summary>What a scan left.</summary>
    /// <param name="Findings">Scans' ends, findings' states, and page by page what failed where.</param>
    /// <param name="Mails">The Message-IDs that arrived.</param>
    internal sealed record Outcome(HashSet<string> Findings, HashSet<string> Mails)
    {
        /// <summary>In what another outcome differs; null when it does not.</summary>
        public string? DifferenceTo(Outcome other)
        {
            string[] differences =
            [
                .. Findings.Except(other.Findings).Select(f => $"missing: {f}"),
                .. other.Findings.Except(Findings).Select(f => $"too much: {f}"),
                .. Mails.Except(other.Mails).Select(m => $"mail missing: {m}"),
                .. other.Mails.Except(Mails).Select(m => $"mail too much: {m}"),
            ];
            return differences is [] ? null : string.Join("; ", differences.Take(5));
        }
    }
}
