using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Doffin;
using Monitor.Crawlers.Registries.EInnsyn;
using Monitor.Crawlers.Registries.Enhetsregisteret;
using Monitor.Crawlers.Registries.Geonorge;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Links;
using Monitor.Crawlers.Registries.MetadataQuality;
using Monitor.Crawlers.Registries.OrganizationCatalog;
using Monitor.Crawlers.Registries.Peppol;
using Monitor.Crawlers.Registries.PeppolDirectory;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Crawlers.Registries.Search;
using Monitor.Crawlers.Registries.Sparql;
using Monitor.Crawlers.Registries.Statements;
using Monitor.Shared.Domain;
using Monitor.Stubs.Registries;
using Xunit;

namespace Monitor.Crawlers.Tests.Registries;

/// <summary>What the stub answers from, and which bodies of it play which part: the same tests run over both lanes.</summary>
public sealed record RegistryLane(
    ISampleSource Samples,
    OrgNumber StateBody,
    string StateBodyName,
    string StateBodyWebsite,
    OrgNumber WithoutEntries,
    OrgNumber Municipality,
    OrgNumber County,
    OrgNumber Deleted,
    OrgNumber InCatalogue,
    string OrgPath,
    OrgNumber Publisher,
    int Datasets,
    int OpenDatasets,
    OrgNumber Authority,
    int Services,
    OrgNumber Searched,
    string SearchedPath,
    int SearchedDatasets,
    string Dataset,
    string Scored,
    OrgNumber Receiver,
    OrgNumber Listed,
    string GeodataName,
    OrgNumber Buyer)
{
    /// <summary>Where the links of a lane lead is the stub's own.</summary>
    private const string Link = "register.csv";

    /// <summary>Asks one registry alone for what it has: <c>found</c>, <c>absent</c>, or the reason why it could not tell.</summary>
    internal async Task<string> AskAsync(RegistryHost host, StubRegistry registry, CancellationToken cancellation) => registry switch
    {
        StubRegistry.Enhetsregisteret => Name(await host.Get<EnhetsregisteretClient>().FindAsync(StateBody, cancellation)),
        StubRegistry.OrganizationCatalog => Name(await host.Get<OrganizationCatalogClient>().FindOrgPathAsync(InCatalogue, cancellation)),
        StubRegistry.Sparql => Name(await host.Get<SparqlClient>().FindAsync(CatalogueKind.Datasets, Publisher, cancellation)),
        StubRegistry.Search => Name(await host.Get<SearchClient>().FindAsync(CatalogueKind.Datasets, SearchedPath, Searched, cancellation)),
        StubRegistry.Resources => Name(await host.Get<ResourcesClient>().FindAsync(CatalogueKind.Datasets, Dataset, cancellation)),
        StubRegistry.MetadataQuality => Name(await host.Get<MetadataQualityClient>().FindAsync([Scored], cancellation)),
        StubRegistry.EInnsyn => Name(await host.Get<EInnsynClient>().FindUnitAsync(StateBody, cancellation)),
        StubRegistry.Geonorge => Name(await host.Get<GeonorgeClient>().FindAsync(GeodataName, cancellation)),
        StubRegistry.Doffin => Name(await host.Get<DoffinClient>().FindAsync(Buyer, cancellation)),
        StubRegistry.PeppolDirectory => Name(await host.Get<PeppolDirectoryClient>().FindAsync(Listed, cancellation)),
        StubRegistry.Peppol => Name(await host.Get<SmpClient>().FindAsync(Receiver, cancellation)),
        StubRegistry.Statements => Name(
            await host.Get<StatementClient>().FindAsync(new StatementLink("nb", "00000000-0000-4000-8000-000000000001"), cancellation)),
        StubRegistry.Sml => Name(await host.Get<ProviderLookup>().FindAsync(Receiver, cancellation)),
        _ => await host.Get<LinkProbe>().Begin().AtAsync($"{host.Stub.BaseAddress(StubRegistry.Links)}/{Link}", cancellation) switch
        {
            LinkState.Answers => "found",
            LinkState.Dead => "absent",
            _ => "unknown",
        },
    };

    private static string Name<T>(RegistryAnswer<T> answer) => answer switch
    {
        RegistryAnswer<T>.NotDetermined failure => failure.Reason,
        RegistryAnswer<T>.Absent => "absent",
        _ => "found",
    };

    /// <summary>Samples of our own.</summary>
    public static RegistryLane Own { get; } = new(
        new EmbeddedSamples(),
        StateBody: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        StateBodyName: "DIREKTORATET FOR EKSEMPLER",
        StateBodyWebsite: "www.eksempeldirektoratet.example",
        WithoutEntries: OrgNumber.Parse(StubAgencies.Inspectorate.OrgNumber),
        Municipality: OrgNumber.Parse(StubAgencies.Municipality.OrgNumber),
        County: OrgNumber.Parse(StubAgencies.County.OrgNumber),
        Deleted: OrgNumber.Parse(StubAgencies.Deleted.OrgNumber),
        InCatalogue: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        OrgPath: "/STAT/310000302/310000205",
        Publisher: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        Datasets: 3,
        OpenDatasets: 2,
        Authority: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        Services: 1,
        Searched: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        SearchedPath: "/STAT/310000302/310000205",
        SearchedDatasets: 3,
        Dataset: "https://registrering.fellesdatakatalog.digdir.no/catalogs/310000205/datasets/00000000-0000-4000-8000-000000000001",
        Scored: "https://registrering.fellesdatakatalog.digdir.no/catalogs/310000205/datasets/00000000-0000-4000-8000-000000000001",
        Receiver: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        Listed: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber),
        GeodataName: "DIREKTORATET FOR EKSEMPLER",
        Buyer: OrgNumber.Parse(StubAgencies.Directorate.OrgNumber));

    /// <summary>Recorded samples; a test without them prints <c>not run</c>.</summary>
    public static RegistryLane Recorded()
    {
        string? folder = Environment.GetEnvironmentVariable("MONITOR_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "not run: MONITOR_TEST_DATA names no folder");
        var samples = new FolderSamples(Path.Combine(folder!, "registries", "samples"));
        return new RegistryLane(
            samples,
            StateBody: OrgNumber.Parse("991825827"),
            StateBodyName: "DIGITALISERINGSDIREKTORATET",
            StateBodyWebsite: "www.digdir.no",
            WithoutEntries: OrgNumber.Parse("926721720"),
            Municipality: OrgNumber.Parse("964969590"),
            County: OrgNumber.Parse("971045698"),
            Deleted: OrgNumber.Parse(StubAgencies.Deleted.OrgNumber),
            InCatalogue: OrgNumber.Parse("971203420"),
            OrgPath: "/STAT/912660680/971203420",
            Publisher: OrgNumber.Parse("910244132"),
            Datasets: 71,
            OpenDatasets: 15,
            Authority: OrgNumber.Parse("991825827"),
            Services: 1,
            Searched: OrgNumber.Parse("991825827"),
            SearchedPath: "/STAT/932384469/991825827",
            SearchedDatasets: 2,
            Dataset: samples.Datasets.First(),
            Scored: "https://dataset.foo",
            Receiver: OrgNumber.Parse("991825827"),
            Listed: OrgNumber.Parse("923609016"),
            GeodataName: "KARTVERKET",
            Buyer: OrgNumber.Parse("974760673"));
    }
}
