using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Distributions;

/// <summary>1.3-reuse (offentleglova), an indicator: how many open datasets name a licence that is known and open. Never a verdict.</summary>
internal sealed class ReuseCheck(CatalogueLookup catalogue, DescriptionLookup descriptions) : IObligationCheck
{
    private const int Examples = 5;
    private static readonly string Source = ResourcesRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(ReuseCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.3-reuse"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        OpenDatasets open = await OpenDatasets.FindAsync(catalogue, descriptions, facts.Body.OrgNumber, cancellation);
        if (!open.Any)
            return open.Without;
        DescribedEntries described = open.Described;
        if (described is { Read.Count: 0, Failure: { } reason })
            return ObligationResult.NotDetermined(reason, RegistryFacts.NotDetermined(Source, reason, described.Detail ?? ""));

        Description[] without = [.. described.Read.Where(d => !d.Distributions.Any(OpenFormats.IsOpen))];
        return ObligationResult.CantTell(
            ObligationReasons.IndicatorOnly,
            [
                Facts.Say(Source, "licences", null, ("licensed", described.Read.Count - without.Length), ("read", described.Read.Count), ("count", described.Of)),
                .. without.Take(Examples).Select(d => Facts.Say(Source, "licence.none", d.Uri, ("title", d.Title ?? d.Uri))),
            ]);
    }
}
