using Monitor.Shared.Domain;

namespace Monitor.Shared.Regulations;

/// <summary>A versioned set of WCAG success criteria that binds a sector from a date.</summary>
/// <param name="Id">Its stable id, e.g. <c>no-public-2024</c>.</param>
/// <param name="Wcag">The version of WCAG the criteria are taken from.</param>
/// <param name="ValidFrom">The date it holds from.</param>
/// <param name="DateVerified">Whether that date is read from the law, or only inferred.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Source">Where it is written.</param>
/// <param name="Criteria">The numbers of its criteria.</param>
public sealed record Regulation(
    string Id, string Wcag, DateOnly ValidFrom, bool DateVerified, LocalizedText Names, string Source, IReadOnlyList<string> Criteria);

/// <summary>One success criterion of WCAG.</summary>
/// <param name="Number">e.g. <c>1.4.3</c>.</param>
/// <param name="Level">A or AA.</param>
/// <param name="Wcag">The version of WCAG it first stood in.</param>
/// <param name="Names">Its title.</param>
public sealed record Criterion(string Number, string Level, string Wcag, LocalizedText Names);
