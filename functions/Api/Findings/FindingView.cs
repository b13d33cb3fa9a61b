using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Functions.Api.Findings;

/// <summary>One cause of failure in a solution, as the API tells it.</summary>
/// <param name="Solution">The solution.</param>
/// <param name="Fingerprint">Names the cause.</param>
/// <param name="State">Where in its life it is. Setting aside never changes it.</param>
/// <param name="ClosedReason">Why it is closed; null in every other state.</param>
/// <param name="Check">The check.</param>
/// <param name="Rule">The rule.</param>
/// <param name="RuleVersion">The rule's version that last saw it.</param>
/// <param name="Wcag">Success criteria.</param>
/// <param name="Regulation">The regulation it breaks.</param>
/// <param name="Impact">minor, moderate, serious or critical.</param>
/// <param name="Message">What is wrong, in the language asked for; in English where the rule has no other text.</param>
/// <param name="AccessibleName">The element's accessible name when last seen.</param>
/// <param name="Landmark">The nearest landmark's role when last seen.</param>
/// <param name="FirstSeenAt">When it was first observed (UTC).</param>
/// <param name="LastSeenAt">When it was last observed (UTC).</param>
/// <param name="StateSince">When the state last changed (UTC).</param>
/// <param name="Pages">Pages that carry it.</param>
/// <param name="SetAside">That it is set aside, and why; null when it is not, or no longer.</param>
public sealed record FindingView(
    SolutionId Solution,
    string Fingerprint,
    FindingState State,
    ClosedReason? ClosedReason,
    string Check,
    string Rule,
    string RuleVersion,
    IReadOnlyList<string> Wcag,
    string Regulation,
    string? Impact,
    string Message,
    string? AccessibleName,
    string? Landmark,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset LastSeenAt,
    DateTimeOffset StateSince,
    int Pages,
    SetAsideView? SetAside)
{
    /// <summary>Where it was seen; only for one finding, not in listings.</summary>
    public IReadOnlyList<OccurrenceView>? Occurrences { get; init; }

    internal static FindingView Of(FindingRow row, Language language, IRuleTexts texts, DateTimeOffset now) => new(
        row.Solution,
        row.Fingerprint,
        row.State,
        row.ClosedReason,
        row.Check,
        row.Rule,
        row.RuleVersion,
        row.Criteria,
        row.Regulation,
        row.Impact,
        texts.Find(row.Check, row.Rule)?.In(language) ?? row.Message,
        row.AccessibleName,
        row.Landmark,
        row.FirstSeenAt,
        row.LastSeenAt,
        row.StateSince,
        row.Pages,
        row is { SetAsideReason: { } reason, SetAsideAt: { } at, SetAsideUntil: { } until } && row.IsSetAside(now)
            ? new SetAsideView(reason, row.SetAsideComment, row.SetAsideBy ?? "", at, until)
            : null);
}
