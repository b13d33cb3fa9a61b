using Monitor.Functions.Dashboard.Components;
using Monitor.Shared.Agencies;
using Monitor.Shared.Obligations;

namespace Monitor.Functions.Dashboard.Declarations;

/// <summary>What an agency declares about one obligation.</summary>
/// <param name="Agency">The agency.</param>
/// <param name="Obligation">The obligation that the declaration is kept under.</param>
/// <param name="Entries">What the obligations that it counts for come to now; more than one where another is judged as this.</param>
/// <param name="Declarations">What was declared, newest first; the first stands.</param>
/// <param name="Outcomes">What was observed, newest first.</param>
/// <param name="Version">The version of what stands; empty before anything does.</param>
/// <param name="Form">The form that declares.</param>
public sealed record DeclarationPageModel(
    AgencyRow Agency,
    Obligation Obligation,
    IReadOnlyList<ObligationEntry> Entries,
    IReadOnlyList<DeclarationRow> Declarations,
    IReadOnlyList<ComplianceHistoryRow> Outcomes,
    string Version,
    FormState Form)
{
    /// <summary>How much of each history a page shows; the API has the rest.</summary>
    public const int HistoryLength = 50;

    /// <summary>What stands; null when nothing was ever declared.</summary>
    public DeclarationRow? Standing => Declarations is [var newest, ..] ? newest : null;
}
