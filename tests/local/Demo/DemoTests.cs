using System.Net;
using System.Text.Json;
using MimeKit;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support.Processes;
using Xunit;

namespace Monitor.Local.Tests.Demo;

/// <summary>The main job, end to end on real parts, as the README tells it.</summary>
public sealed class DemoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_fault_is_found_confirmed_mailed_once_and_seen_fixed_and_a_killed_monitor_finds_the_same()
    {
        using var folder = new TemporaryFolder();
        await using DemoProcess demo = await DemoProcess.StartAsync(folder.Path, cancellation: Cancellation);
        JsonElement baseline = await FirstScansAsync(demo);
        await KilledInTheMiddleEndsTheSameAsync(await demo.ResultAsync(Id(baseline)));

        await demo.SwitchAsync("break");
        await demo.ScansEndedAsync(StubAgencies.Municipality, 2);
        await demo.MailsAsync(3);
        JsonElement found = Assert.Single(await demo.FindingsAsync(StubAgencies.Municipality), f => State(f) == "new");
        Assert.Equal("button-name", found.GetProperty("rule").GetString());
        MimeMessage mail = demo.Mails()[^1];
        Assert.Contains("4.1.2", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("/tjenester/barnehage", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal("nb", Language(mail));
        await JudgedAsync(demo, StubAgencies.Municipality, "1.8-statement", "cantTell", "secondCheckDue");

        await demo.OrderScanAsync(StubAgencies.Municipality);
        await demo.ScansEndedAsync(StubAgencies.Municipality, 3);
        Assert.Equal("persisting", State(await FindingAsync(demo, found)));

        await demo.SwitchAsync("repair");
        await demo.ScansEndedAsync(StubAgencies.Municipality, 4);
        Assert.Equal("fixed", State(await FindingAsync(demo, found)));
        Assert.Equal(3, demo.Mails().Count);

        await EverythingIsThereAfterARestartAsync(demo);
    }

    private static async Task<JsonElement> FirstScansAsync(DemoProcess demo)
    {
        JsonElement municipality = await demo.ScansEndedAsync(StubAgencies.Municipality, 1);
        JsonElement directorate = await demo.ScansEndedAsync(StubAgencies.Directorate, 1);
        await demo.CompletedAsync(municipality);
        await demo.CompletedAsync(directorate);
        Assert.All(await demo.FindingsAsync(StubAgencies.Municipality), f => Assert.Equal("firstSeen", State(f)));
        Assert.NotEmpty(await demo.FindingsAsync(StubAgencies.Directorate));

        await demo.MailsAsync(2);
        Assert.Equal(["nb", "nn"], demo.Mails().Select(Language).Order(StringComparer.Ordinal));

        await JudgedAsync(demo, StubAgencies.Directorate, "1.3-data-catalogue", "met", null);
        return municipality;
    }

    private static Task JudgedAsync(DemoProcess demo, StubAgency agency, string obligation, string outcome, string? reason) =>
        demo.UntilAsync($"{obligation} of {agency.Name}", async () =>
        {
            using HttpResponseMessage answer = await demo.GetAsync($"api/v1/agencies/{agency.OrgNumber}/compliance");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using JsonDocument matrix = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            JsonElement row = matrix.RootElement.GetProperty("obligations").EnumerateArray().Single(o => o.GetProperty("id").GetString() == obligation);
            return (row.GetProperty("outcome").GetString(), row.GetProperty("reason").GetString()) == (outcome, reason);
        });

    private static async Task KilledInTheMiddleEndsTheSameAsync(JsonElement undisturbed)
    {
        using var folder = new TemporaryFolder();
        await using DemoProcess first = await DemoProcess.StartAsync(folder.Path, cancellation: Cancellation);
        string solution = await first.SolutionAsync(StubAgencies.Municipality);
        await first.UntilAsync("a scan in its middle", async () =>
        {
            using HttpResponseMessage answer = await first.GetAsync($"api/v1/solutions/{solution}/scans");
            using JsonDocument scans = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancellation));
            string scan = scans.RootElement.GetProperty("items")[0].GetProperty("id").GetString()!;
            using HttpResponseMessage pages = await first.GetAsync($"api/v1/scans/{scan}/pages");
            using JsonDocument list = JsonDocument.Parse(await pages.Content.ReadAsStringAsync(Cancellation));
            return list.RootElement.GetProperty("items").EnumerateArray().Count(p => p.GetProperty("status").GetString() == "audited") >= 3;
        });
        await first.Process.SignalAsync("KILL");
        Assert.Equal(137, await first.Process.EndedAsync());

        await using DemoProcess second = await DemoProcess.StartAsync(first.DataFolder, first.Port, cancellation: Cancellation);
        JsonElement scan = await second.ScansEndedAsync(StubAgencies.Municipality, 1);
        await second.CompletedAsync(scan);
        Assert.Equal(Faults(undisturbed), Faults(await second.ResultAsync(Id(scan))));
    }

    private static async Task EverythingIsThereAfterARestartAsync(DemoProcess demo)
    {
        string[] before = [.. (await demo.FindingsAsync(StubAgencies.Municipality)).Select(f => f.ToString())];
        IReadOnlyList<(int Id, string Started)> children = ProcessTree.DescendantsOf(demo.Process.Id);
        Assert.True(children.Count >= 2, "Storage and browser run as children.");
        await demo.Process.SignalAsync("INT");
        Assert.Equal(0, await demo.Process.EndedAsync());
        await demo.GoneAsync(children);
        await using DemoProcess again = await DemoProcess.StartAsync(demo.DataFolder, demo.Port, cancellation: Cancellation);
        Assert.Equal(before, (await again.FindingsAsync(StubAgencies.Municipality)).Select(f => f.ToString()));
        await using MonitorProcess twice = await MonitorProcess.RunAsync(["up", "--demo", "--port", $"{again.Port + 1}", "--data", demo.DataFolder], Cancellation);
        Assert.Equal(2, twice.ExitCode);
        Assert.Contains("--data", twice.Error, StringComparison.Ordinal);
    }

    /// <summary>Page by page what failed, without the addresses, which differ from demo to demo.</summary>
    private static string[] Faults(JsonElement result) =>
        [.. result.GetProperty("items").EnumerateArray()
            .SelectMany(f => f.GetProperty("occurrences").EnumerateArray().Select(o =>
                $"{new Uri(o.GetProperty("page").GetString()!).AbsolutePath} {f.GetProperty("fingerprint").GetString()} {f.GetProperty("outcome").GetString()} {o.GetProperty("target").GetString()}"))
            .Order(StringComparer.Ordinal)];

    private static async Task<JsonElement> FindingAsync(DemoProcess demo, JsonElement finding) => Assert.Single(
        await demo.FindingsAsync(StubAgencies.Municipality),
        f => f.GetProperty("fingerprint").GetString() == finding.GetProperty("fingerprint").GetString());

    private static string? Language(MimeMessage mail) => mail.Body?.Headers[HeaderId.ContentLanguage];

    private static string Id(JsonElement scan) => scan.GetProperty("id").GetString()!;

    private static string State(JsonElement finding) => finding.GetProperty("state").GetString()!;
}
