using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Enhetsregisteret;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.OrganizationCatalog;
using Monitor.Crawlers.Registries.Search;
using Monitor.Crawlers.Registries.Sparql;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>How each registry's client reads what its contract says; run over samples of our own and over recorded ones.</summary>
public abstract class RegistryContractTests
{
    private static readonly OrgNumber Unknown = OrgNumber.Parse(StubAgencies.Unknown.OrgNumber);

    private protected abstract RegistryLane Lane { get; }

    [Fact]
    public async Task A_live_unit_is_read_with_form_sector_parent_and_web_address()
    {
        RegisteredUnit unit = await FindUnitAsync(Lane.StateBody);

        Assert.Equal((RegistryStatus.Live, Lane.StateBodyName, "ORGL", "6100"), (unit.Status, unit.Name, unit.OrganisationForm, unit.SectorCode));
        Assert.Equal(Lane.StateBodyWebsite, unit.Website);
        Assert.True(OrgNumber.TryParse(unit.Parent, out _));
        Assert.Equal(BodyType.State, BodyFacts.Of(unit).Type);
    }

    [Fact]
    public async Task A_municipality_and_a_county_are_told_by_their_forms()
    {
        Assert.Equal(BodyType.Municipality, BodyFacts.Of(await FindUnitAsync(Lane.Municipality)).Type);
        Assert.Equal(BodyType.County, BodyFacts.Of(await FindUnitAsync(Lane.County)).Type);
    }

    [Fact]
    public async Task A_unit_with_slettedato_is_deleted()
    {
        RegisteredUnit unit = await FindUnitAsync(Lane.Deleted);

        Assert.Equal(RegistryStatus.Deleted, unit.Status);
        Assert.NotNull(unit.DeletedOn);
    }

    [Fact]
    public async Task A_removed_unit_is_deleted() =>
        Assert.Equal(RegistryStatus.Deleted, (await FindUnitAsync(OrgNumber.Parse(StubAgencies.Removed.OrgNumber))).Status);

    [Fact]
    public async Task A_number_that_nobody_holds_is_absent()
    {
        await using RegistryHost host = await StartAsync();

        Assert.IsType<RegistryAnswer<RegisteredUnit>.Absent>(await host.Get<EnhetsregisteretClient>().FindAsync(Unknown, Cancellation));
        Assert.IsType<RegistryAnswer<string>.Absent>(await host.Get<OrganizationCatalogClient>().FindOrgPathAsync(Unknown, Cancellation));
    }

    [Fact]
    public async Task The_path_of_a_body_is_read_from_the_organisation_catalogue()
    {
        await using RegistryHost host = await StartAsync();

        var answer = await host.Get<OrganizationCatalogClient>().FindOrgPathAsync(Lane.InCatalogue, Cancellation);

        Assert.Equal(new RegistryAnswer<string>.Found(Lane.OrgPath), answer);
    }

    [Fact]
    public async Task Datasets_are_found_by_their_publishers_number()
    {
        await using RegistryHost host = await StartAsync();

        IReadOnlyList<CatalogueEntry> datasets = Found(await host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, Lane.Publisher, Cancellation));

        Assert.Equal((Lane.Datasets, Lane.OpenDatasets), (datasets.Count, datasets.Count(d => d.IsOpen)));
    }

    [Fact]
    public async Task A_service_counts_once_however_many_languages_its_title_has()
    {
        await using RegistryHost host = await StartAsync();

        IReadOnlyList<CatalogueEntry> services = Found(await host.Get<SparqlClient>().FindAsync(CatalogueKind.Services, Lane.Authority, Cancellation));

        Assert.Equal(Lane.Services, services.Count);
        Assert.NotNull(services[0].Title);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task An_empty_result_is_absent(int kind)
    {
        await using RegistryHost host = await StartAsync();

        Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent>(await host.Get<SparqlClient>().FindAsync((CatalogueKind)kind, Unknown, Cancellation));
        Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent>(
            await host.Get<SearchClient>().FindAsync((CatalogueKind)kind, $"/STAT/{Unknown}", Unknown, Cancellation));
    }

    [Fact]
    public async Task The_search_finds_datasets_by_full_path()
    {
        await using RegistryHost host = await StartAsync();

        var datasets = Found(await host.Get<SearchClient>().FindAsync(CatalogueKind.Datasets, Lane.SearchedPath, Lane.Searched, Cancellation));

        Assert.Equal(Lane.SearchedDatasets, datasets.Count);
        Assert.All(datasets, d => Assert.NotNull(d.Title));
    }

    [Fact]
    public async Task The_search_keeps_no_hit_of_a_body_beneath()
    {
        await using RegistryHost host = await StartAsync();
        string parentPath = Lane.SearchedPath[..Lane.SearchedPath.LastIndexOf('/')];
        var parent = OrgNumber.Parse(parentPath[(parentPath.LastIndexOf('/') + 1)..]);

        Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent>(
            await host.Get<SearchClient>().FindAsync(CatalogueKind.Datasets, parentPath, parent, Cancellation));
    }

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<RegisteredUnit> FindUnitAsync(OrgNumber number)
    {
        await using RegistryHost host = await StartAsync();
        return Assert.IsType<RegistryAnswer<RegisteredUnit>.Found>(await host.Get<EnhetsregisteretClient>().FindAsync(number, Cancellation)).Value;
    }

    private Task<RegistryHost> StartAsync() => RegistryHost.StartAsync(Lane.Samples);

    private static IReadOnlyList<CatalogueEntry> Found(RegistryAnswer<IReadOnlyList<CatalogueEntry>> answer) =>
        Assert.IsType<RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found>(answer).Value;
}

/// <summary>Over samples of our own.</summary>
public sealed class OwnSamplesTests : RegistryContractTests
{
    private protected override RegistryLane Lane => RegistryLane.Own;
}

/// <summary>Over recorded samples, where they are at hand.</summary>
public sealed class RecordedSamplesTests : RegistryContractTests
{
    private protected override RegistryLane Lane => RegistryLane.Recorded();
}
