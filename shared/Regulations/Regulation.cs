using Monitor.Shared.Domain;

namespace Monitor.Shared.Regulations;

/// <summary>A versioned set of WCAG success criteria: one that binds a sector from a date, or a standard to measure by.</summary>
/// <param name="Id">Its stable id, e.g. <c>no-public-2024</c>.</param>
/// <param name="Wcag">The version of WCAG the criteria are taken from.</param>
/// <param name="ValidFrom">The date it holds from.</param>
/// <param name="DateVerified">Whether that date is read from its source, or only inferred.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Source">Where it is written, in words.</param>
/// <param name="Url">Where it is written.</param>
/// <param name="Criteria">The numbers of its criteria.</param>
/// <param name="Binds">Whom it binds by law; null for a standard, which binds nobody by itself.</param>
/// <param name="Clauses">Its own numbers, each with the criterion it stands for; null where it has none.</param>
public sealed record Regulation(
    string Id, string Wcag, DateOnly ValidFrom, bool DateVerified, LocalizedText Names, string Source, Uri Url, IReadOnlyList<string> Criteria,
    Sector? Binds = null, IReadOnlyDictionary<string, string>? Clauses = null);

/// <summary>Whom a regulation binds.</summary>
public enum Sector
{
    /// <summary>Private bodies, associations included.</summary>
    Private,

    /// <summary>Public bodies.</summary>
    Public,
}

/// <summary>One success criterion of WCAG.</summary>
/// <param name="Number">e.g. <c>1.4.3</c>.</param>
/// <param name="Level">A or AA.</param>
/// <param name="Wcag">The version of WCAG it first stood in.</param>
/// <param name="Names">Its title. Those that WCAG 2.2 added are our translations: we found no authorised ones.</param>
public sealed record Criterion(string Number, string Level, string Wcag, LocalizedText Names);

/// <summary>Why no rule of ours judges a criterion.</summary>
/// <param name="Criterion">Its number.</param>
/// <param name="Never">Whether no rule ever will; else one may come.</param>
/// <param name="Why">The reason, one sentence.</param>
public sealed record CriterionGap(string Criterion, bool Never, LocalizedText Why);
