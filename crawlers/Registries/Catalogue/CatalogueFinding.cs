using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Catalogue;

/// <summary>What data.norge.no has of a body.</summary>
/// <param name="Entries">The datasets or services found; empty when there are none, or nobody could tell.</param>
/// <param name="NotDetermined">Why nobody could tell, a code of <see cref="ObligationReasons"/>; null when somebody could.</param>
/// <param name="Evidence">What each source said.</param>
internal sealed record CatalogueFinding(IReadOnlyList<CatalogueEntry> Entries, string? NotDetermined, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Without entries: no verdict, or not determined.</summary>
    public ObligationResult WithoutEntries => NotDetermined is { } reason
        ? ObligationResult.NotDetermined(reason, Evidence)
        : ObligationResult.CantTell(ObligationReasons.NoneRegistered, Evidence);
}
