using System.Globalization;
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

    /// <summary>Judges: met by an entry, else no verdict, or not determined where SPARQL could not be asked.</summary>
    public async Task<ObligationResult> JudgeAsync(CatalogueKind kind, OrgNumber number, CancellationToken cancellation)
    {
        var source = new Source(SparqlRegistry.Definition.Title, kind, number);
        RegistryAnswer<IReadOnlyList<CatalogueEntry>> first = await sparql.FindAsync(kind, number, cancellation);
        if (first is RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found { Value: var entries })
            return ObligationResult.Met([.. source.Describe(entries)]);

        var second = source with { Title = SearchRegistry.Definition.Title };
        RegistryAnswer<IReadOnlyList<CatalogueEntry>> other = await SearchAsync(kind, number, cancellation);
        Evidence[] evidence = [.. source.Describe(first), .. second.Describe(other)];
        return (first, other) switch
        {
            (_, RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found) => ObligationResult.Met(evidence),
            (RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined failure, _) => ObligationResult.NotDetermined(failure.Reason, evidence),
            _ => ObligationResult.CantTell(ObligationReasons.NoneRegistered, evidence),
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

    private sealed record Source(string Title, CatalogueKind Kind, OrgNumber Number)
    {
        private string Url => $"https://data.norge.no/organizations/{Number}";

        private string Role => Kind == CatalogueKind.Datasets ? "publisher" : "competent authority or owner";

        private string Noun => Kind == CatalogueKind.Datasets ? "dataset" : "service";

        public IEnumerable<Evidence> Describe(RegistryAnswer<IReadOnlyList<CatalogueEntry>> answer) => answer switch
        {
            RegistryAnswer<IReadOnlyList<CatalogueEntry>>.Found { Value: var entries } => Describe(entries),
            RegistryAnswer<IReadOnlyList<CatalogueEntry>>.NotDetermined failure => [new Evidence(Title, $"Not determined ({failure.Reason}): {failure.Detail}", null)],
            _ => [new Evidence(Title, $"No registered {Noun} found that names the organisation number as {Role}.", Url)],
        };

        public IEnumerable<Evidence> Describe(IReadOnlyList<CatalogueEntry> entries)
        {
            string open = Kind == CatalogueKind.Datasets
                ? string.Create(CultureInfo.InvariantCulture, $" {entries.Count(e => e.IsOpen)} of them are marked as open data.")
                : "";
            string count = string.Create(CultureInfo.InvariantCulture, $"{entries.Count} {Noun}{(entries.Count == 1 ? " names" : "s name")}");
            yield return new Evidence(Title, $"{count} the organisation number as {Role}.{open}", Url);
            foreach (CatalogueEntry entry in entries.Take(Examples))
                yield return new Evidence(Title, $"Example: {entry.Title ?? entry.Uri}", entry.Uri);
        }
    }
}
