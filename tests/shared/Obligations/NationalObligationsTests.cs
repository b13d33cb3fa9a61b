using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Monitor.Shared.Agencies;
using Monitor.Shared.Alerts;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Obligations.National;
using Monitor.Shared.Storage;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Shared.Tests.Obligations;

public sealed class NationalObligationsTests : IDisposable
{
    private const string Overview = "1.3-overview";
    private static readonly OrgNumber Directorate = OrgNumber.Parse("310000205"), Municipality = OrgNumber.Parse("310000108"), Ministry = OrgNumber.Parse("310000302");
    private static readonly OrgNumber Agency = OrgNumber.Parse("991825827"), County = OrgNumber.Parse("974760673");
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider services;

    public NationalObligationsTests() =>
        services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging().AddAlerts(new ConfigurationBuilder().Build()).AddObligations().AddMemoryStorage().BuildServiceProvider();

    public void Dispose() => services.Dispose();

    [Fact]
    public async Task Each_body_is_counted_once_in_its_group_by_the_outcome_of_its_own_page()
    {
        await PutAsync(Directorate, "Direktoratet", BodyType.State);
        await PutAsync(Agency, "Etaten", BodyType.State);
        await PutAsync(Ministry, "Departementet", BodyType.State, ministry: true);
        await PutAsync(Municipality, "Kommunen", BodyType.Municipality);
        await PutAsync(County, "Ukjent", null);
        await DeclareAsync(Directorate, Overview, DeclaredOutcome.Met);
        await DeclareAsync(Agency, Overview, DeclaredOutcome.Planned);
        await RecordAsync(Municipality, "1.10-einvoice-receive", ObligationResult.Met());
        await RecordAsync(Directorate, "1.10-einvoice-receive", ObligationResult.CantTell(ObligationReasons.NotProven));

        NationalObligations national = await FoldAsync();

        Assert.Equal(clock.GetUtcNow(), national.AsOf);
        Assert.Equal([2, 1, 1, 0, 0, 1], national.Agencies.Select(a => a.Agencies));
        Assert.Equal(
            [
                new(BodyGroup.State, 1, 1, 0, 0, 0, 0), new(BodyGroup.Ministry, 0, 0, 0, 1, 0, 0), new(BodyGroup.Municipality, 0, 0, 0, 0, 0, 1),
                new(BodyGroup.County, 0, 0, 0, 0, 0, 0), new(BodyGroup.Other, 0, 0, 0, 0, 0, 0), new(BodyGroup.Unknown, 0, 0, 0, 0, 1, 0),
            ],
            Counts(national, Overview));
        Assert.Equal(new GroupCounts(BodyGroup.State, 0, 0, 1, 0, 1, 0), Counts(national, "1.10-einvoice-receive")[0]);
        Assert.Equal(new GroupCounts(BodyGroup.Municipality, 1, 0, 0, 0, 0, 0), Counts(national, "1.10-einvoice-receive")[2]);
        Assert.All(national.Obligations, o => Assert.Equal(
            national.Agencies.Select(a => a.Agencies), o.Groups.Select(g => g.Met + g.NotMet + g.CantTell + g.NotDeclared + g.Untested + g.NotApplicable)));
        Assert.Equal(ObligationCatalogue.Current.Obligations.Select(o => o.Id), national.Obligations.Select(o => o.Id));
    }

    [Fact]
    public async Task What_has_aged_out_is_not_declared()
    {
        await PutAsync(Directorate, "Direktoratet", BodyType.State);
        await DeclareAsync(Directorate, Overview, DeclaredOutcome.Met);

        Assert.Equal((1, 0), ((await CountsAsync()).Met, (await CountsAsync()).NotDeclared));
        clock.Advance(TimeSpan.FromDays(366));
        Assert.Equal((0, 1), ((await CountsAsync()).Met, (await CountsAsync()).NotDeclared));

        async Task<GroupCounts> CountsAsync() => Counts(await FoldAsync(), Overview)[0];
    }

    [Fact]
    public async Task Agencies_that_owe_most_come_first_and_equal_ones_by_name()
    {
        await PutAsync(Municipality, "Kommunen", BodyType.Municipality);
        await PutAsync(Agency, "Øvre etat", BodyType.State);
        await PutAsync(Ministry, "Ås etat", BodyType.State);
        await PutAsync(Directorate, "Direktoratet", BodyType.State);
        await DeclareAsync(Directorate, Overview, DeclaredOutcome.NotRelevant);
        clock.Advance(TimeSpan.FromDays(320));
        await DeclareAsync(Directorate, "1.7-mailbox", DeclaredOutcome.Met);

        IReadOnlyList<AgencyDeclarations> before = await ListAsync();
        Assert.Equal(["Øvre etat", "Ås etat", "Direktoratet", "Kommunen"], before.Select(a => a.Name));
        Assert.Equal((before[0].Asked - 2, 0, 1), (before[2].Missing, before[2].OutOfDate, before[2].EndsSoon));
        Assert.Equal(3, before[3].Asked);

        clock.Advance(TimeSpan.FromDays(60));
        Assert.Equal((before[2].Missing, 1, 0), ((await ListAsync())[2].Missing, (await ListAsync())[2].OutOfDate, (await ListAsync())[2].EndsSoon));
    }

    [Fact]
    public async Task A_deregistered_agency_is_left_out()
    {
        await PutAsync(Directorate, "Direktoratet", BodyType.State);
        await DeclareAsync(Directorate, Overview, DeclaredOutcome.Met);
        await Table<AgencyRow>().UpdateAsync(AgencyRow.Partition, Directorate.Value, a => a with { DeregisteredAt = clock.GetUtcNow() }, Cancellation);

        Assert.Equal(0, (await FoldAsync()).Agencies.Sum(a => a.Agencies));
        Assert.Empty(await ListAsync());
    }

    private ITable<TRow> Table<TRow>() where TRow : Row, IStoredRow, new() => services.GetRequiredService<ITable<TRow>>();

    private Task<AgencyRow> PutAsync(OrgNumber number, string name, BodyType? type, bool ministry = false) => Table<AgencyRow>().PutAsync(
        new AgencyRow
        {
            PartitionKey = AgencyRow.Partition,
            RowKey = number.Value,
            Name = name,
            BodyType = type,
            Ministry = ministry,
            RegistryStatus = type is null ? RegistryStatus.Unknown : RegistryStatus.Live,
        },
        Cancellation);

    private async Task DeclareAsync(OrgNumber agency, string obligation, DeclaredOutcome outcome) => Assert.NotNull(
        await services.GetRequiredService<DeclarationBook>().DeclareAsync(agency, obligation, new DeclarationRow { Outcome = outcome }, null, Cancellation));

    private Task<ComplianceRow> RecordAsync(OrgNumber agency, string obligation, ObligationResult result) =>
        services.GetRequiredService<ComplianceRecorder>().RecordAsync(agency, obligation, result, Cancellation);

    private async Task<NationalObligations> FoldAsync()
    {
        await services.GetRequiredService<NationalObligationsBuilder>().RunAsync(Cancellation);
        return (await services.GetRequiredService<IBlobs>().ReadNationalObligationsAsync(Cancellation))!;
    }

    private async Task<IReadOnlyList<AgencyDeclarations>> ListAsync()
    {
        await FoldAsync();
        return (await services.GetRequiredService<IBlobs>().ReadDeclarationListAsync(Cancellation))!.Agencies;
    }

    private static IReadOnlyList<GroupCounts> Counts(NationalObligations national, string obligation) =>
        national.Obligations.Single(o => o.Id == obligation).Groups;
}
