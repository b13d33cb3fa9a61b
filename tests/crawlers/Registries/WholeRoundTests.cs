using System.Globalization;
using System.Text.Json.Nodes;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>A whole night's round: a thousand agencies, the registries' limits and our settings for them 200 times as fast, 429 beyond.</summary>
public sealed class WholeRoundTests
{
    private const int Agencies = 1000;
    private const int Faster = 200;
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_thousand_agencies_are_all_checked_and_none_is_throttled()
    {
        OrgNumber[] agencies = [.. Numbers().Take(Agencies)];
        IReadOnlyList<RegistryDefinition> registries = await DefinitionsAsync();
        await using RegistryHost host = await RegistryHost.StartAsync(
            new InventedAgencies(),
            settings: [.. registries.Select(r => ($"Monitor:Registries:{r.Name}:RateLimit", (r.RateLimit * Faster).ToString(CultureInfo.InvariantCulture))),
                .. registries.Select(r => ($"Monitor:Registries:{r.Name}:RateWindowSeconds", r.RateWindow.TotalSeconds.ToString(CultureInfo.InvariantCulture)))]);
        foreach (RegistryDefinition registry in registries.Where(r => Enum.TryParse(r.Name, out StubRegistry _)))
            host.Stub.Limit(Enum.Parse<StubRegistry>(registry.Name), registry.RateLimit * Faster, registry.RateWindow);
        foreach (OrgNumber agency in agencies)
            await host.Get<ITable<AgencyRow>>().PutAsync(new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = agency.Value, Name = "Før" }, Cancellation);

        // As the scheduler spreads them, as much faster as the registries are.
        using var turn = new PeriodicTimer(TimeSpan.FromSeconds(new RegistrySettings().SecondsBetweenAgencies / Faster), TimeProvider.System);
        var handled = new List<Task>();
        foreach (OrgNumber agency in agencies)
        {
            handled.Add(host.Get<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(agency), Cancellation));
            await turn.WaitForNextTickAsync(Cancellation);
        }
        await Task.WhenAll(handled);

        foreach (OrgNumber agency in agencies)
            Assert.Equal("ETATEN", (await host.Get<ITable<AgencyRow>>().FindAsync(AgencyRow.Partition, agency.Value, Cancellation))!.Name);
        var rows = new List<ComplianceRow>();
        await foreach (ComplianceRow row in host.Get<ITable<ComplianceRow>>().ReadAllAsync(Cancellation))
            rows.Add(row);
        Assert.Equal(Agencies, rows.Select(r => r.PartitionKey).Distinct().Count());
        Assert.DoesNotContain(rows, r => r.Reason == ObligationReasons.Throttled || r.EvidenceJson.Contains("takes no more requests", StringComparison.Ordinal));
        Assert.All(rows.Where(r => r.RowKey == "1.3-data-catalogue|observed"), r => Assert.Equal(ObligationReasons.NoneRegistered, r.Reason));
        Assert.Equal(2 * Agencies, host.Stub.Requests.Where(r => r.Registry == StubRegistry.Search).Select(r => r.Path + r.Body).Distinct().Count());
    }

    private static async Task<IReadOnlyList<RegistryDefinition>> DefinitionsAsync()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        return [.. host.Get<IEnumerable<IRegistry>>().Select(r => r.Definition)];
    }

    private static IEnumerable<OrgNumber> Numbers()
    {
        for (int stem = 31_100_000; ; stem++)
        {
            for (int check = 0; check < 10; check++)
            {
                if (OrgNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"{stem}{check}"), out OrgNumber number))
                    yield return number;
            }
        }
    }

    /// <summary>State bodies that have registered nothing: the dearest ones, since both sources are asked about each.</summary>
    private sealed class InventedAgencies : ISampleSource
    {
        public string? Find(StubRegistry registry, string name) => registry switch
        {
            StubRegistry.Enhetsregisteret => new JsonObject
            {
                ["organisasjonsnummer"] = name,
                ["navn"] = "ETATEN",
                ["organisasjonsform"] = new JsonObject { ["kode"] = "ORGL" },
                ["institusjonellSektorkode"] = new JsonObject { ["kode"] = "6100" },
            }.ToJsonString(),
            StubRegistry.OrganizationCatalog => new JsonObject { ["organizationId"] = name, ["orgPath"] = $"/STAT/{name}" }.ToJsonString(),
            _ => null,
        };
    }
}
