using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Findings;

/// <summary>What one scan changed in a solution's findings: what an alert tells. Frozen with the transitions, so that telling twice tells the same.</summary>
/// <param name="Scan">The scan.</param>
/// <param name="Baseline">Whether it set the baseline: a welcome summary is owed, nothing is "new".</param>
/// <param name="HoldReason"><c>massChange</c> or <c>engineChange</c> when a supervisor must look before anything is mailed; null otherwise.</param>
/// <param name="New">Confirmed for the first time, set-aside ones left out.</param>
/// <param name="Reopened">Seen again after they were fixed, set-aside ones left out.</param>
/// <param name="FirstSeen">How many were met first on pages not measured before.</param>
/// <param name="Fixed">How many were seen fixed.</param>
/// <param name="Open">How many are open now, set-aside ones left out.</param>
/// <param name="PagesSampled">Pages in the sample.</param>
/// <param name="Summary">The scan's figures.</param>
public sealed record ScanChanges(
    ScanId Scan,
    bool Baseline,
    string? HoldReason,
    IReadOnlyList<ChangedFinding> New,
    IReadOnlyList<ChangedFinding> Reopened,
    int FirstSeen,
    int Fixed,
    int Open,
    int PagesSampled,
    ScanResultSummary Summary);

/// <summary>One finding as an alert names it.</summary>
/// <param name="Fingerprint">Names the cause.</param>
/// <param name="Check">The check.</param>
/// <param name="Rule">The rule, by which its text is found in each language.</param>
/// <param name="Wcag">Success criteria.</param>
/// <param name="Impact">minor, moderate, serious or critical.</param>
/// <param name="Message">What is wrong, in English.</param>
/// <param name="Pages">How many pages carry it.</param>
/// <param name="ExampleUrl">One of them.</param>
public sealed record ChangedFinding(
    string Fingerprint, string Check, string Rule, IReadOnlyList<string> Wcag, string? Impact, string Message, int Pages, string ExampleUrl);
