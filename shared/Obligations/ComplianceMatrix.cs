using System.Text.Json.Serialization;
using Monitor.Shared.Agencies;
using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>Every obligation of the circular for one agency: the result of <c>monitor check</c> and of the API's <c>compliance</c>, schema <c>monitor.check/1</c>.</summary>
/// <param name="Schema">The schema's name and version.</param>
/// <param name="Agency">The agency.</param>
/// <param name="Edition">The edition of the circular it is judged by.</param>
/// <param name="CheckedAt">When the registries were last asked (UTC); null when they never were.</param>
/// <param name="Obligations">One entry for every row, in the circular's order.</param>
public sealed record ComplianceMatrix(
    string Schema, ComplianceAgency Agency, string Edition, DateTimeOffset? CheckedAt, IReadOnlyList<ObligationEntry> Obligations)
{
    /// <summary>The schema this is.</summary>
    public const string CurrentSchema = "monitor.check/1";

    /// <summary>Whether the edition holds: one that was repealed is always shown with that.</summary>
    public LegalStatus EditionStatus { get; init; } = ObligationCatalogue.Current.Status;

    /// <summary>The entries whose declarations are asked of the agency, one for each declaration: rows that are judged as another go with that one.</summary>
    [JsonIgnore]
    public IEnumerable<ObligationEntry> Declarations =>
        Obligations.Where(o => o.Declaration is not null).DistinctBy(o => ObligationCatalogue.Find(o.Id)?.JudgedAs ?? o.Id);

    /// <summary>The matrix with its evidence told in one language.</summary>
    public ComplianceMatrix In(Language language) =>
        this with { Obligations = [.. Obligations.Select(o => o with { Evidence = [.. o.Evidence.Select(e => e.In(language))] })] };
}

/// <summary>The agency a matrix is about.</summary>
/// <param name="OrgNumber">Its number.</param>
/// <param name="Name">Its name; null when nobody has told.</param>
/// <param name="BodyType">The kind of body; null when nobody has told.</param>
/// <param name="Ministry">Whether it is a ministry.</param>
public sealed record ComplianceAgency(OrgNumber OrgNumber, string? Name, BodyType? BodyType, bool Ministry);

/// <summary>One obligation's outcome.</summary>
/// <param name="Id">The row, an id of <see cref="ObligationCatalogue"/>.</param>
/// <param name="Control">How it can be controlled.</param>
/// <param name="Kind">Requirement or recommendation.</param>
/// <param name="Basis">Whether the outcome was observed, declared, or neither.</param>
/// <param name="Outcome">The outcome shown.</param>
/// <param name="Reason">A code of <see cref="ObligationReasons"/>; null for a plain met.</param>
/// <param name="Evidence">What was observed or declared, also where it decided nothing.</param>
public sealed record ObligationEntry(
    string Id,
    IReadOnlyList<ObligationControl> Control,
    ObligationKind Kind,
    ObligationBasis Basis,
    ObligationOutcome Outcome,
    string? Reason,
    IReadOnlyList<Evidence> Evidence)
{
    /// <summary>The version of the rule that observed it; null where nothing was observed.</summary>
    public int? RuleVersion { get; init; }

    /// <summary>Where the agency stands with the declaration that is asked of it; null where none is.</summary>
    [JsonIgnore]
    public DeclarationStanding? Declaration { get; init; }
}

/// <summary>What an outcome rests on.</summary>
public enum ObligationBasis
{
    /// <summary>Nothing: untested, or not applicable by the kind of body.</summary>
    None,

    /// <summary>We observed it.</summary>
    Observed,

    /// <summary>The agency declared it.</summary>
    Declared,
}
