using System.Text.Json;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support.Processes;
using Xunit;

namespace Monitor.Local.Tests.Commands;

/// <summary><c>./monitor check</c> as people and scripts meet it, led to the stub by settings alone.</summary>
public sealed class CheckCommandTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_obligation_is_in_the_json_in_english_and_exit_is_zero()
    {
        await using StubRegistries stub = await StubRegistries.StartAsync(cancellation: Cancellation);
        await using MonitorProcess check = await CheckAsync(stub, StubAgencies.Directorate.OrgNumber, "--format", "json");

        Assert.True(check.ExitCode == 0, check.Error);
        using JsonDocument json = JsonDocument.Parse(check.Output);
        JsonElement root = json.RootElement;
        Assert.Equal(("monitor.check/1", "H-8/18", "repealed"), (Text(root, "schema"), Text(root, "edition"), Text(root, "editionStatus")));
        Dictionary<string, JsonElement> rows = root.GetProperty("obligations").EnumerateArray().ToDictionary(o => Text(o, "id")!);
        Assert.Equal(ObligationCatalogue.Current.Obligations.Select(o => o.Id), rows.Keys);
        foreach (string id in (string[])["1.1-norge-no", "1.3-data-catalogue", "1.3-machine-readable", "1.3-geodata", "1.6-einnsyn", "1.10-einvoice-receive"])
            Assert.Equal((id, "met"), (id, Text(rows[id], "outcome")));
        Assert.Equal("noScan", Text(rows["1.8-universal-design"], "reason"));
        Assert.Equal(
            ["source", "fact", "url"], rows["1.10-einvoice-receive"].GetProperty("evidence")[0].EnumerateObject().Select(m => m.Name));
        Assert.Contains("Receives the EHF Billing 3.0 invoice.", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_names_the_body_the_edition_with_its_status_and_every_row()
    {
        await using StubRegistries stub = await StubRegistries.StartAsync(cancellation: Cancellation);
        await using MonitorProcess check = await CheckAsync(stub, StubAgencies.Municipality.OrgNumber);

        Assert.True(check.ExitCode == 0, check.Error);
        Assert.Contains("310 000 108  EKSEMPELVIK KOMMUNE  municipality", check.Output, StringComparison.Ordinal);
        Assert.Contains("Judged by edition H-8/18 (repealed).", check.Output, StringComparison.Ordinal);
        Assert.All(ObligationCatalogue.Current.Obligations, o => Assert.Contains(o.Id, check.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_registrys_not_met_waits_for_its_second_observation()
    {
        await using StubRegistries stub = await StubRegistries.StartAsync(cancellation: Cancellation);
        await using MonitorProcess check = await CheckAsync(stub, StubAgencies.Inspectorate.OrgNumber, "--format", "json");

        using JsonDocument json = JsonDocument.Parse(check.Output);
        JsonElement row = json.RootElement.GetProperty("obligations").EnumerateArray().Single(o => Text(o, "id") == "1.10-einvoice-receive");
        Assert.Equal(("cantTell", "secondCheckDue"), (Text(row, "outcome"), Text(row, "reason")));
    }

    [Theory]
    [InlineData("123456789")]
    [InlineData("99182582")]
    [InlineData("digdir")]
    public async Task What_is_no_organisation_number_is_two(string number)
    {
        await using MonitorProcess check = await MonitorProcess.RunAsync(["check", number], Cancellation);

        Assert.Equal((2, ""), (check.ExitCode, check.Output));
        Assert.Contains("is no organisation number", check.Error, StringComparison.Ordinal);
    }

    private static async Task<MonitorProcess> CheckAsync(StubRegistries stub, params string[] arguments)
    {
        Dictionary<string, string> environment = stub.Settings.ToDictionary(s => s.Key.Replace(":", "__", StringComparison.Ordinal), s => s.Value!);
        environment["Monitor__Scans__HostDelaySeconds"] = "0";
        MonitorProcess check = MonitorProcess.Start(environment, ["check", .. arguments], Cancellation);
        await check.EndedAsync();
        return check;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
