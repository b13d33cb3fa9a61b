using Microsoft.Extensions.DependencyInjection;
using Monitor.Crawlers.Registries;
using Monitor.Crawlers.Registries.Http;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>A registry is added by one folder: this made-up one stands in the test assembly and is found by the production registration.</summary>
public sealed class AddingARegistryTests
{
    [Fact]
    public async Task A_made_up_registry_is_found_asked_and_judged_by()
    {
        await using RegistryHost host = await RegistryHost.StartAsync(also: (services, configuration) =>
            services.AddRegistriesOf(typeof(AddingARegistryTests).Assembly, configuration));

        ComplianceMatrix matrix = await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), TestContext.Current.CancellationToken);

        ObligationEntry entry = matrix.Obligations.Single(o => o.Id == "1.6-einnsyn");
        // It says not met at the first look: a registry's word stands only after the second.
        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue), (entry.Outcome, entry.Reason));
        Assert.Equal("Made-up registry", Assert.Single(entry.Evidence).Source);
    }
}

/// <summary>The made-up registry.</summary>
internal sealed class MadeUpRegistry : IRegistry
{
    public RegistryDefinition Definition { get; } = new("MadeUp", "Made-up registry", "https://made-up.example", 1, TimeSpan.FromSeconds(1));

    public void AddClient(IServiceCollection services) => services.AddSingleton(this);
}

/// <summary>Its check.</summary>
internal sealed class MadeUpCheck(MadeUpRegistry registry) : IObligationCheck
{
    public IReadOnlyList<string> Obligations { get; } = ["1.6-einnsyn"];

    public bool FromStoredScans => false;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) =>
        Task.FromResult(ObligationResult.NotMet("madeUp", new Evidence(registry.Definition.Title, "Nothing found.", null)));
}
