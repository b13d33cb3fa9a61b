using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.DataCatalogue;

/// <summary>1.3-data-catalogue: a live dataset on data.norge.no names the body as publisher. 1.6-data-catalogue takes the same verdict.</summary>
internal sealed class DataCatalogueCheck(CatalogueLookup lookup) : IObligationCheck
{
    public IReadOnlyList<string> Obligations { get; } = ["1.3-data-catalogue"];

    public bool FromStoredScans => false;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) =>
        lookup.JudgeAsync(CatalogueKind.Datasets, facts.Body.OrgNumber, cancellation);
}
