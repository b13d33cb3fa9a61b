using Monitor.Shared.Domain;

namespace Monitor.Shared.Regulations;

/// <summary>The regulations and criteria we know, and why no rule judges some (<c>regulations.data.json</c>, <c>gaps.data.json</c>).</summary>
public static class RegulationCatalogue
{
    private static readonly CatalogueData Data = EmbeddedData.Read<CatalogueData>(typeof(RegulationCatalogue), "regulations.data.json");
    private static readonly Dictionary<string, Criterion> ByNumber = Data.Criteria.ToDictionary(c => c.Number);
    private static readonly Dictionary<string, CriterionGap> GapsByNumber =
        EmbeddedData.Read<GapData>(typeof(RegulationCatalogue), "gaps.data.json").Gaps.ToDictionary(g => g.Criterion);

    /// <summary>The regulation for public bodies.</summary>
    public const string DefaultId = "no-public-2024";

    /// <summary>Every regulation.</summary>
    public static IReadOnlyList<Regulation> All => Data.Regulations;

    /// <summary>Every success criterion of WCAG 2.0 to 2.2, A and AA, in order.</summary>
    public static IReadOnlyList<Criterion> Criteria => Data.Criteria;

    /// <summary>The regulation of that id, or null.</summary>
    public static Regulation? Find(string id) => Data.Regulations.FirstOrDefault(r => r.Id == id);

    /// <summary>The criterion of that number, or null.</summary>
    public static Criterion? FindCriterion(string number) => ByNumber.GetValueOrDefault(number);

    /// <summary>Every criterion that no rule of ours judges.</summary>
    public static IReadOnlyCollection<CriterionGap> Gaps => GapsByNumber.Values;

    /// <summary>Why no rule of ours judges a criterion; null where one does.</summary>
    public static CriterionGap? FindGap(string number) => GapsByNumber.GetValueOrDefault(number);

    /// <summary>
    /// What a body that is measured by a regulation is bound to: that regulation, or for a standard the criteria that bind everybody. Those of the private
    /// sector are among the public sector's.
    /// </summary>
    public static Regulation LawBehind(Regulation regulation) => regulation.Binds is null ? ByLawForAll : regulation;

    private static Regulation ByLawForAll => Data.Regulations.First(r => r.Binds == Sector.Private);

    private sealed record GapData(IReadOnlyList<CriterionGap> Gaps);

    private sealed record CatalogueData(IReadOnlyList<Criterion> Criteria, IReadOnlyList<Regulation> Regulations);
}
