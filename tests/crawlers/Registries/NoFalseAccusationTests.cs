using Monitor.Crawlers.Registries;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;
using Monitor.Shared.Storage;
using Monitor.Stubs.Registries;
using Monitor.Tests.Support;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>
/// Every failure thrown at every registry, twice and more than 20 hours apart, so that a not-met would stand: nothing becomes not met that was not before,
/// except by what the contracts document as a no.
/// </summary>
public sealed class NoFalseAccusationTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 30, 0, TimeSpan.Zero);
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;
    private static readonly StubAgency[] Bodies = [StubAgencies.Directorate, StubAgencies.Inspectorate, StubAgencies.Municipality];

    // Documented as "no": the participant is not registered, the address no longer exists.
    private static readonly (StubRegistry Registry, StubFailure Failure)[] Noes =
    [
        (StubRegistry.Sml, StubFailure.NotFound), (StubRegistry.Peppol, StubFailure.NotFound),
        (StubRegistry.Links, StubFailure.NotFound), (StubRegistry.Links, StubFailure.Gone),
    ];

    private static readonly Lazy<Task<IReadOnlyList<string>>> Before = new(() => NotMetAsync(_ => { }));

    public static TheoryData<StubRegistry, StubFailure> EveryFailure
    {
        get
        {
            var data = new TheoryData<StubRegistry, StubFailure>();
            foreach (StubRegistry registry in Enum.GetValues<StubRegistry>())
            {
                // A hang is the same as any other time-out and needs a clock of its own: RegistryFailureTests and PeppolTests have it.
                foreach (StubFailure failure in Enum.GetValues<StubFailure>().Where(f => f != StubFailure.Hang && !Noes.Contains((registry, f))))
                    data.Add(registry, failure);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryFailure))]
    public async Task No_failure_makes_an_obligation_not_met(StubRegistry registry, StubFailure failure)
    {
        IReadOnlyList<string> before = await Before.Value;

        IReadOnlyList<string> after = await NotMetAsync(stub => stub.Fail(registry, failure));

        Assert.Empty(after.Except(before));
        // The municipality's entry lacks the invoice: told so by a provider that answers, never by one that fails.
        if (failure != StubFailure.ExtraMembers && registry is (StubRegistry.Sml or StubRegistry.Peppol))
            Assert.DoesNotContain($"{StubAgencies.Municipality.OrgNumber} 1.10-einvoice-receive", after);
    }

    [Fact]
    public async Task What_the_contracts_document_as_a_no_is_not_met_at_the_second_look()
    {
        Assert.Equal(["310000108 1.10-einvoice-receive", "310000507 1.10-einvoice-receive"], (await Before.Value).Order());
        foreach ((StubRegistry registry, StubFailure failure) in Noes)
        {
            string row = registry == StubRegistry.Links ? "1.3-machine-readable" : "1.10-einvoice-receive";
            Assert.Contains($"310000205 {row}", await NotMetAsync(stub => stub.Fail(registry, failure)));
        }
    }

    private static async Task<IReadOnlyList<string>> NotMetAsync(Action<StubRegistries> spoil)
    {
        var clock = new MovedClock(Start);
        await using RegistryHost host = await RegistryHost.StartAsync(clock: clock, settings: [("Monitor:Registries:Retries", "0"), ("Monitor:Registries:TimeoutSeconds", "5")]);
        spoil(host.Stub);
        foreach (StubAgency body in Bodies)
            await host.Get<ITable<AgencyRow>>().PutAsync(new AgencyRow { PartitionKey = AgencyRow.Partition, RowKey = body.OrgNumber, Name = body.Name, CreatedAt = Start }, Cancellation);
        for (int round = 0; round < 2; round++)
        {
            foreach (StubAgency body in Bodies)
                await host.Get<CheckAgencyHandler>().HandleAsync(new CheckAgencyMessage(OrgNumber.Parse(body.OrgNumber)), Cancellation);
            clock.Advance(TimeSpan.FromHours(21));
        }

        var notMet = new List<string>();
        await foreach (ComplianceRow row in host.Get<ITable<ComplianceRow>>().ReadAllAsync(Cancellation))
        {
            if (row.Outcome == ObligationOutcome.NotMet || row.Candidate == ObligationOutcome.NotMet)
                notMet.Add($"{row.PartitionKey} {row.RowKey.Split('|')[0]}");
        }
        return notMet;
    }
}
