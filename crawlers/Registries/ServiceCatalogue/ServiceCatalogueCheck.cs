using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.ServiceCatalogue;

/// <summary>1.1-norge-no: a live entry in the public-service catalogue names the body as competent authority or owner.</summary>
internal sealed class ServiceCatalogueCheck(CatalogueLookup lookup) : IObligationCheck
{
    public IReadOnlyList<string> Obligations { get; } = ["1.1-norge-no"];

    public bool FromStoredScans => false;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) =>
        lookup.JudgeAsync(CatalogueKind.Services, facts.Body.OrgNumber, cancellation);
}
