using System.Text.Json;
using Monitor.Shared.Access;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;

namespace Monitor.Local.Demo;

/// <summary>Registers the demo's two agencies on empty data and orders their first scans; on data that is there it changes nothing.</summary>
internal sealed class DemoSeed(
    ITable<AgencyRow> agencies, ITable<SolutionRow> solutions, RecipientBook recipients, ScanOrders orders, KeyStore keys, IQueues queues, TimeProvider clock)
{
    /// <summary>Registers what is missing.</summary>
    /// <returns>The municipality's solution, whose site <c>demo break</c> makes worse.</returns>
    public async Task<SolutionId> RunAsync(DemoWorld world, CancellationToken cancellation)
    {
        SolutionId municipality = await RegisterAsync(
            StubAgencies.Municipality, Language.Nb, "Nettstedet", world.Municipality.Address, "post@eksempelvik.invalid", cancellation);
        await RegisterAsync(
            StubAgencies.Directorate, Language.Nn, "Nettstaden", world.Directorate.Address, "post@eksempel.invalid", cancellation);
        return municipality;
    }

    /// <summary>The demo's keys: made once and kept beside its data, since all of it is invented.</summary>
    public async Task<DemoKeys> KeysAsync(string dataFolder, string? firstSupervisorKey, CancellationToken cancellation)
    {
        string file = Path.Combine(dataFolder, "keys.json");
        if (File.Exists(file))
            return JsonSerializer.Deserialize<DemoKeys>(await File.ReadAllTextAsync(file, cancellation), MonitorJson.Options)!;

        var made = new DemoKeys(
            firstSupervisorKey ?? (await keys.CreateAsync(Role.Supervisor, null, "Demo", "local", null, cancellation)).Secret,
            (await keys.CreateAsync(Role.Agency, OrgNumber.Parse(StubAgencies.Municipality.OrgNumber), StubAgencies.Municipality.Name, "local", null, cancellation)).Secret,
            (await keys.CreateAsync(Role.Agency, OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), StubAgencies.Directorate.Name, "local", null, cancellation)).Secret);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(made, MonitorJson.Indented), cancellation);
        return made;
    }

    private async Task<SolutionId> RegisterAsync(
        StubAgency stub, Language language, string name, Uri url, string contact, CancellationToken cancellation)
    {
        OrgNumber number = OrgNumber.Parse(stub.OrgNumber);
        AgencyRow agency = await agencies.TryInsertAsync(
            new AgencyRow
            {
                PartitionKey = AgencyRow.Partition,
                RowKey = number.Value,
                Name = stub.Name,
                Language = language,
                CreatedAt = clock.GetUtcNow(),
            },
            cancellation)
            ?? (await agencies.FindAsync(number, cancellation))!;

        await foreach (SolutionRow there in solutions.ReadAsync(number.Value, "", cancellation))
            return there.Id;

        await recipients.AddConfirmedAsync(agency, contact, cancellation);
        var id = SolutionId.New(number);
        await solutions.TryInsertAsync(
            new SolutionRow
            {
                PartitionKey = number.Value,
                RowKey = id.ToString(),
                Name = name,
                Url = url.ToString(),
                Regulation = RegulationCatalogue.DefaultId,
                MaxPages = 30,
                CreatedAt = clock.GetUtcNow(),
                NextDueAt = clock.GetUtcNow().AddDays(7),
            },
            cancellation);
        await orders.OrderAsync(id, "demo", cancellation);
        await queues.SendAsync(new CheckAgencyMessage(number), cancellation);
        return id;
    }
}

/// <summary>The demo's keys.</summary>
/// <param name="Supervisor">Sees everything.</param>
/// <param name="Municipality">Sees the municipality.</param>
/// <param name="Directorate">Sees the directorate.</param>
internal sealed record DemoKeys(string Supervisor, string Municipality, string Directorate);
