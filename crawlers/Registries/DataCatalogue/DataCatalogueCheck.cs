using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;
using Monitor.Crawlers.Registries.MetadataQuality;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.DataCatalogue;

/// <summary>
/// 1.3-data-catalogue: a live dataset on data.norge.no names the body as publisher. 1.6-data-catalogue takes the same verdict.
/// Mandatory properties that descriptions lack, and the score of their quality, are remarks and change nothing.
/// </summary>
internal sealed class DataCatalogueCheck(CatalogueLookup lookup, DescriptionLookup descriptions, MetadataQualityClient quality) : IObligationCheck
{
    private const int Examples = 5;
    private static readonly string Described = ResourcesRegistry.Definition.Title;
    private static readonly string Scored = MetadataQualityRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(DataCatalogueCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.3-data-catalogue"];

    public bool FromStoredScans => false;

    public async Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation)
    {
        CatalogueFinding finding = await lookup.FindAsync(CatalogueKind.Datasets, facts.Body.OrgNumber, cancellation);
        if (finding.Entries.Count == 0)
            return finding.WithoutEntries;

        // Open ones first: they are what the rest of the law is about.
        CatalogueEntry[] entries = [.. finding.Entries.OrderByDescending(e => e.IsOpen)];
        Task<DescribedEntries> described = descriptions.ReadAsync(CatalogueKind.Datasets, entries, cancellation);
        Task<RegistryAnswer<QualityScore>> scored = quality.FindAsync(entries.Select(e => e.Uri), cancellation);
        return ObligationResult.Met([.. finding.Evidence, .. Remarks(await described), .. Score(await scored)]);
    }

    private static IEnumerable<Evidence> Remarks(DescribedEntries described)
    {
        Description[] lacking = [.. described.Read.Where(d => d.Missing.Count > 0)];
        if (described.Read.Count > 0)
        {
            yield return Facts.Say(
                Described, "complete", null, ("complete", described.Read.Count - lacking.Length), ("read", described.Read.Count), ("count", described.Of));
        }
        foreach (Description dataset in lacking.Take(Examples))
            yield return Facts.Say(Described, "lacks", dataset.Uri, ("title", dataset.Title ?? dataset.Uri), ("missing", string.Join(", ", dataset.Missing)));
        if (described.Failure is { } reason)
            yield return RegistryFacts.NotDetermined(Described, reason, described.Detail ?? "");
    }

    private static IEnumerable<Evidence> Score(RegistryAnswer<QualityScore> answer) => answer switch
    {
        RegistryAnswer<QualityScore>.Found { Value: { Most: > 0 } score } =>
            [Facts.Say(Scored, "score", null, ("points", score.Points), ("most", score.Most), ("count", score.Datasets), ("unmeasured", score.Unmeasured))],
        RegistryAnswer<QualityScore>.NotDetermined failure => [RegistryFacts.NotDetermined(Scored, failure.Reason, failure.Detail)],
        _ => [Facts.Say(Scored, "score.none")],
    };
}
