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
    int SearchedDatasets)
{
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
        SearchedDatasets: 3);

    /// <summary>Recorded samples; a test without them prints <c>not run</c>.</summary>
    public static RegistryLane Recorded()
    {
        string? folder = Environment.GetEnvironmentVariable("MONITOR_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "not run: MONITOR_TEST_DATA names no folder");
        return new RegistryLane(
            new FolderSamples(Path.Combine(folder!, "registries", "samples")),
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
            SearchedDatasets: 2);
    }
}
