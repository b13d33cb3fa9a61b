using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks;

/// <summary>What one rule saw on a page.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Outcome">What it came to. With elements: the worst of theirs.</param>
/// <param name="Impact">minor, moderate, serious or critical; null when nothing failed.</param>
/// <param name="Message">What is wrong, in English.</param>
/// <param name="Elements">The elements that failed or that a person must look at.</param>
public sealed record RuleObservation(
    string Rule, Outcome Outcome, string? Impact, string Message, IReadOnlyList<ElementObservation> Elements)
{
    /// <summary>Whether a part of the page was not tested; what was not found is then not absent.</summary>
    public bool Incomplete { get; init; }
}

/// <summary>One element that failed or that a person must look at.</summary>
/// <param name="Outcome">Failed or can't tell.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Html">Its markup as the check saw it, for when it can't be found any more.</param>
/// <param name="Message">What is wrong with this element, in English; null when the rule's message says it all.</param>
public sealed record ElementObservation(Outcome Outcome, ElementAddress Address, string Html, string? Message);
