using Monitor.Shared.Domain;

namespace Monitor.Shared.Regulations;

/// <summary>The regulations and criteria we know, as data (<c>regulations.data.json</c>).</summary>
public static class RegulationCatalogue
{
    private static readonly CatalogueData Data = EmbeddedData.Read<CatalogueData>(typeof(RegulationCatalogue), "regulations.data.json");
    private static readonly Dictionary<string, Criterion> ByNumber = Data.Criteria.ToDictionary(c => c.Number);

    /// <summary>The regulation for public bodies.</summary>
    public const string DefaultId = "no-public-2024";

    /// <summary>Every regulation.</summary>
    public static IReadOnlyList<Regulation> All => Data.Regulations;

    /// <summary>Every success criterion of WCAG 2.1 A and AA, in order.</summary>
    public static IReadOnlyList<Criterion> Criteria => Data.Criteria;

    /// <summary>The regulation of that id, or null.</summary>
    public static Regulation? Find(string id) => Data.Regulations.FirstOrDefault(r => r.Id == id);

    /// <summary>The criterion of that number, or null.</summary>
    public static Criterion? FindCriterion(string number) => ByNumber.GetValueOrDefault(number);

    private sealed record CatalogueData(IReadOnlyList<Criterion> Criteria, IReadOnlyList<Regulation> Regulations);
}
