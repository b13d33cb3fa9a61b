using Monitor.Shared.Domain;

namespace Monitor.Shared.Obligations;

/// <summary>One edition of the circular. Always shown with its status.</summary>
/// <param name="Id">Its number, e.g. <c>H-8/18</c>.</param>
/// <param name="Names">What it is called.</param>
/// <param name="Status">Whether it still holds.</param>
/// <param name="StatusTexts">The status in words.</param>
/// <param name="Issued">When it was issued.</param>
/// <param name="Source">Where the government's site has it.</param>
/// <param name="Obligations">Its rows, in the circular's order.</param>
public sealed record Edition(
    string Id,
    LocalizedText Names,
    LegalStatus Status,
    LocalizedText StatusTexts,
    DateOnly Issued,
    string Source,
    IReadOnlyList<Obligation> Obligations);
