using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>The editions and obligations we know, as data (<c>obligations.data.json</c>, explained in docs/obligations.md).</summary>
public static class ObligationCatalogue
{
    private static readonly CatalogueData Data = EmbeddedData.Read<CatalogueData>(typeof(ObligationCatalogue), "obligations.data.json");
    private static readonly Dictionary<string, Obligation> ById = Data.Editions[^1].Obligations.ToDictionary(o => o.Id);

    /// <summary>Every edition, oldest first.</summary>
    public static IReadOnlyList<Edition> Editions => Data.Editions;

    /// <summary>The edition that outcomes are judged by.</summary>
    public static Edition Current => Data.Editions[^1];

    /// <summary>The current edition's row of that id, or null.</summary>
    public static Obligation? Find(string id) => ById.GetValueOrDefault(id);

    private sealed record CatalogueData(IReadOnlyList<Edition> Editions);
}
