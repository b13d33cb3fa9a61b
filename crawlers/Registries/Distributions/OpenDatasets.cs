using System.Diagnostics.CodeAnalysis;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Resources;
using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Distributions;

/// <summary>A body's open datasets (<c>isOpenData</c>), described; or what it comes to that there are none to judge.</summary>
/// <param name="Described">The descriptions; null without any.</param>
/// <param name="Without">The result where there are none.</param>
internal sealed record OpenDatasets(DescribedEntries? Described, ObligationResult? Without)
{
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(OpenDatasets));

    /// <summary>Whether there are any to judge.</summary>
    [MemberNotNullWhen(true, nameof(Described))]
    [MemberNotNullWhen(false, nameof(Without))]
    public bool Any => Described is not null;

    /// <summary>Asks the catalogue for them, and for their descriptions.</summary>
    public static async Task<OpenDatasets> FindAsync(CatalogueLookup catalogue, DescriptionLookup descriptions, OrgNumber body, CancellationToken cancellation)
    {
        CatalogueFinding finding = await catalogue.FindAsync(CatalogueKind.Datasets, body, cancellation);
        if (finding.Entries.Count == 0)
            return new OpenDatasets(null, finding.WithoutEntries);
        CatalogueEntry[] open = [.. finding.Entries.Where(e => e.IsOpen)];
        return open.Length == 0
            ? new OpenDatasets(null, ObligationResult.CantTell(
                ObligationReasons.NoneRegistered, Facts.Say(ResourcesRegistry.Definition.Title, "open.none", null, ("count", finding.Entries.Count))))
            : new OpenDatasets(await descriptions.ReadAsync(CatalogueKind.Datasets, open, cancellation), null);
    }
}
