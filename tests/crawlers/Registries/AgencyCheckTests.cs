using Monitor.Crawlers.Registries;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>What <c>monitor check</c> prints, without any storage.</summary>
public sealed class AgencyCheckTests
{
    [Fact]
    public async Task A_state_body_meets_what_the_catalogues_show()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.Directorate);

        Assert.Equal(("monitor.check/1", "H-8/18"), (matrix.Schema, matrix.Edition));
        Assert.Equal(("DIREKTORATET FOR EKSEMPLER", BodyType.State, false), (matrix.Agency.Name, matrix.Agency.BodyType, matrix.Agency.Ministry));
        foreach (string id in (string[])["1.3-data-catalogue", "1.6-data-catalogue", "1.1-norge-no"])
        {
            ObligationEntry entry = Entry(matrix, id);
            Assert.Equal((ObligationOutcome.Met, ObligationBasis.Observed, null), (entry.Outcome, entry.Basis, entry.Reason));
            Assert.NotEmpty(entry.Evidence);
        }
        Assert.Contains("as publisher: 3. Marked as open data: 2.", Entry(matrix, "1.3-data-catalogue").Evidence[0].Fact, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Absence_alone_accuses_nobody()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.Inspectorate);

        foreach (string id in (string[])["1.3-data-catalogue", "1.1-norge-no"])
        {
            ObligationEntry entry = Entry(matrix, id);
            Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoneRegistered), (entry.Outcome, entry.Reason));
            Assert.Equal(2, entry.Evidence.Count(e => e.Fact.StartsWith("No registered", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task The_own_entry_is_a_sign_and_no_verdict()
    {
        ObligationEntry entry = Entry(await CheckAsync(StubAgencies.Directorate), "1.6-registers");

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.IndicatorOnly), (entry.Outcome, entry.Reason));
        Assert.Contains(entry.Evidence, e => e.Fact.Contains("www.eksempeldirektoratet.example", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_municipality_is_not_bound_and_what_was_seen_stands_beside_it()
    {
        ObligationEntry entry = Entry(await CheckAsync(StubAgencies.Municipality), "1.3-data-catalogue");

        Assert.Equal((ObligationOutcome.NotApplicable, ObligationReasons.NotAddressed), (entry.Outcome, entry.Reason));
        Assert.Contains(entry.Evidence, e => e.Fact.StartsWith("Datasets that name the organisation number as publisher: 1.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ministry_is_told_by_its_name()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.Ministry);

        Assert.True(matrix.Agency.Ministry);
        Assert.Equal(ObligationReasons.NotDeclared, Entry(matrix, "1.2-mapping").Reason);
    }

    [Fact]
    public async Task An_inter_municipal_company_is_bound_by_laws_for_public_bodies_only()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.InterMunicipal);

        Assert.Equal(BodyType.Other, matrix.Agency.BodyType);
        Assert.Equal(ObligationReasons.SecondCheckDue, Entry(matrix, "1.10-einvoice-receive").Reason);
        Assert.Equal(ObligationOutcome.NotApplicable, Entry(matrix, "1.3-overview").Outcome);
    }

    [Fact]
    public async Task Rows_about_the_site_wait_for_a_scan()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.Directorate);

        Assert.All(
            ObligationCatalogue.Current.Obligations.Where(o => o.AboutSite),
            o => Assert.Equal((ObligationOutcome.Untested, ObligationReasons.NoScan), (Entry(matrix, o.Id).Outcome, Entry(matrix, o.Id).Reason)));
    }

    [Theory]
    [InlineData("Unknown", ObligationReasons.NotRegistered)]
    [InlineData("Removed", ObligationReasons.Deleted)]
    [InlineData("Deleted", ObligationReasons.Deleted)]
    public async Task A_body_that_is_not_there_is_judged_by_nothing_but_laws_for_everyone(string which, string reason)
    {
        StubAgency agency = which switch { "Unknown" => StubAgencies.Unknown, "Removed" => StubAgencies.Removed, _ => StubAgencies.Deleted };

        ComplianceMatrix matrix = await CheckAsync(agency);

        Assert.DoesNotContain(matrix.Obligations, o => o.Outcome is ObligationOutcome.Met or ObligationOutcome.NotMet);
        Assert.All(
            ObligationCatalogue.Current.Obligations.Where(o => o.To != Addressee.Everyone),
            o => Assert.Equal((ObligationOutcome.Untested, reason), (Entry(matrix, o.Id).Outcome, Entry(matrix, o.Id).Reason)));
    }

    [Fact]
    public async Task Without_an_answer_about_the_body_nobody_can_say_what_binds_it()
    {
        ComplianceMatrix matrix = await CheckAsync(StubAgencies.Directorate, StubRegistry.Enhetsregisteret);

        Assert.Null(matrix.Agency.BodyType);
        Assert.Null(matrix.Agency.Name);
        ObligationEntry entry = Entry(matrix, "1.3-data-catalogue");
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.BodyTypeUnknown), (entry.Outcome, entry.Reason));
        Assert.NotEmpty(entry.Evidence);
    }

    [Fact]
    public async Task With_sparql_down_the_search_may_prove_but_not_deny()
    {
        ComplianceMatrix found = await CheckAsync(StubAgencies.Directorate, StubRegistry.Sparql);
        ComplianceMatrix none = await CheckAsync(StubAgencies.Inspectorate, StubRegistry.Sparql);

        Assert.Equal(ObligationOutcome.Met, Entry(found, "1.3-data-catalogue").Outcome);
        Assert.Equal((ObligationOutcome.Untested, ObligationReasons.RegistryDown), (Entry(none, "1.3-data-catalogue").Outcome, Entry(none, "1.3-data-catalogue").Reason));
    }

    [Fact]
    public async Task With_the_search_down_sparql_decides()
    {
        ObligationEntry entry = Entry(await CheckAsync(StubAgencies.Inspectorate, StubRegistry.Search, StubRegistry.OrganizationCatalog), "1.3-data-catalogue");

        Assert.Equal((ObligationOutcome.CantTell, ObligationReasons.NoneRegistered), (entry.Outcome, entry.Reason));
        Assert.Contains(entry.Evidence, e => e.Fact.StartsWith("Not determined", StringComparison.Ordinal));
    }

    private static async Task<ComplianceMatrix> CheckAsync(StubAgency agency, params StubRegistry[] down)
    {
        await using RegistryHost host = await RegistryHost.StartAsync();
        foreach (StubRegistry registry in down)
            host.Stub.Fail(registry, StubFailure.ServerError);
        return await host.Get<AgencyCheck>().RunAsync(OrgNumber.Parse(agency.OrgNumber), TestContext.Current.CancellationToken);
    }

    private static ObligationEntry Entry(ComplianceMatrix matrix, string id) => matrix.Obligations.Single(o => o.Id == id);
}
