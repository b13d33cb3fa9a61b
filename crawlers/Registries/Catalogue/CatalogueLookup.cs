using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.OrganizationCatalog;
using Monitor.Crawlers.Registries.Search;
using Monitor.Crawlers.Registries.Sparql;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Catalogue;

/// <summary>
/// What data.norge.no has of a body: SPARQL decides, and the search is asked where SPARQL found nothing or could not be asked,
/// since it may find what SPARQL missed and takes ten requests a minute only. Nothing found accuses nobody: there is no duty to have any.
/// </summary>
internal sealed class CatalogueLookup(SparqlClient sparql, SearchClient search, OrganizationCatalogClient organizations)
{
    private const int Examples = 3;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(CatalogueLookup));

    /// <summary>Looks: both sources, with what is evidence of either.</summary>
    public async Task<CatalogueFinding> FindAsync(CatalogueKind kind, OrgNumber number, CancellationToken cancellation)
    {
        string first = SparqlRegistry.Definition.Title;
        RegistryAnswer<IReadOnlyList<CatalogueEntry>> exact = await sparql.FindAsync(kind, number, cancellation);
        if (exact is RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found { Value: var entries })
            return new CatalogueFinding(entries, null, [.. Describe(first, kind, number, entries)]);

        RegistryAnswer<IReadOnlyList<CatalogueEntry>> other = await SearchAsync(kind, number, cancellation);
        Evidence[] evidence = [.. Describe(first, kind, number, exact), .. Describe(SearchRegistry.Definition.Title, kind, number, other)];
        return (exact, other) switch
        {
            (_, RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found { Value: var found }) => new CatalogueFinding(found, null, evidence),
            (RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined failure, _) => new CatalogueFinding([], failure.Reason, evidence),
            _ => new CatalogueFinding([], null, evidence),
        };
    }

    private async Task<RegistryAnswer<IReadOnlyList<CatalogueEntry>>> SearchAsync(CatalogueKind kind, OrgNumber number, CancellationToken cancellation) =>
        await organizations.FindOrgPathAsync(number, cancellation) switch
        {
            RegistryAnswer<string>.Found { Value: var path } => await search.FindAsync(kind, path, number, cancellation),
            RegistryAnswer<string>.NotDetermined failure =>
                new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined(failure.Reason, $"Organisation catalogue: {failure.Detail}"),
            _ => new RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Absent(),
        };

    private static IEnumerable<Evidence> Describe(
        string source, CatalogueKind kind, OrgNumber number, RegistryAnswer<IReadOnlyList<CatalogueEntry>> answer) => answer switch
        {
            RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found { Value: var entries } => Describe(source, kind, number, entries),
            RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined failure => [RegistryFacts.NotDetermined(source, failure.Reason, failure.Detail)],
            _ => [Facts.Say(source, $"{Name(kind)}.none", PageOf(number))],
        };

    private static IEnumerable<Evidence> Describe(string source, CatalogueKind kind, OrgNumber number, IReadOnlyList<CatalogueEntry> entries) =>
    [
        Facts.Say(source, Name(kind), PageOf(number), ("count", entries.Count), ("open", entries.Count(e => e.IsOpen))),
        .. entries.Take(Examples).Select(e => Facts.Say(source, "example", e.Uri, ("title", e.Title ?? e.Uri))),
    ];

    private static string Name(CatalogueKind kind) => kind == CatalogueKind.Datasets ? "datasets" : "services";

    private static string PageOf(OrgNumber number) => $"https://data.norge.no/organizations/{number}";
}
