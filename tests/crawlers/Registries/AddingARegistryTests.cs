using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
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
        await using RegistryHost host = await RegistryHost.StartAsync(
            also: (services, configuration) => services.RemoveAll<IObligationCheck>().AddRegistriesOf(typeof(AddingARegistryTests).Assembly, configuration),
            at: stub => [("Monitor:Registries:MadeUp:BaseAddress", stub.BaseAddress(StubRegistry.Links).ToString())]);

        ComplianceMatrix matrix = await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(StubAgencies.Directorate.OrgNumber), TestContext.Current.CancellationToken);

        ObligationEntry entry = matrix.Obligations.Single(o => o.Id == "1.6-einnsyn");
        // It says not met at the first look: a registry's word stands only after the second.
        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.SecondCheckDue, 3), (entry.Outcome, entry.Reason, entry.RuleVersion));
        Assert.Equal("Made-up registry", Assert.Single(entry.Evidence).Source);
        Assert.Contains(host.Stub.Requests, r => r.PathAndQuery == "/missing.json?id=310000205");
    }

    [Fact]
    public async Task No_row_is_judged_by_two_checks()
    {
        await using RegistryHost host = await RegistryHost.StartAsync();

        string[] judged = [.. host.Get<IEnumerable<IObligationCheck>>().SelectMany(c => c.Obligations)];

        Assert.Equal(judged.Distinct(), judged);
        Assert.All(judged, id => Assert.NotNull(ObligationCatalogue.Find(id)));
    }
}

/// <summary>The made-up registry.</summary>
internal sealed class MadeUpRegistry : IRegistry
{
    public static RegistryDefinition Definition { get; } = new("MadeUp", "Made-up registry", "https://made-up.example", 1, TimeSpan.FromSeconds(1));

    RegistryDefinition IRegistry.Definition => Definition;

    public void AddClient(IServiceCollection services, IConfiguration configuration) => services.AddSingleton<MadeUpClient>();
}

/// <summary>Its client.</summary>
internal sealed class MadeUpClient(RegistryHttp http)
{
    public async Task<RegistryAnswer<string>> FindAsync(OrgNumber number, CancellationToken cancellation) =>
        await http.GetAsync(MadeUpRegistry.Definition, $"/missing.json?id={number}", "application/json", cancellation) switch
        {
            RegistryReply.Answered { Status: System.Net.HttpStatusCode.NotFound } => new RegistryAnswer<string>.Absent(),
            var reply => RegistryAnswer<string>.Of(reply, _ => new RegistryAnswer<string>.Found("there")),
        };
}

/// <summary>Its check.</summary>
internal sealed class MadeUpCheck(MadeUpClient client) : IObligationCheck
{
    public IReadOnlyList<string> Obligations { get; } = ["1.6-einnsyn"];

    public int RuleVersion => 3;

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) =>
        await client.FindAsync(facts.Body.OrgNumber, cancellation) switch
        {
            RegistryAnswer<string>.Absent => ObligationResult.NotMet("madeUp", new Evidence(MadeUpRegistry.Definition.Title, "Nothing found.", null)),
            RegistryAnswer<string>.NotDetermined failure => ObligationResult.NotDetermined(failure.Reason),
            _ => ObligationResult.Met(),
        };
}
