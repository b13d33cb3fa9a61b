using System.Collections.Frozen;
using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;
using Monitor.Shared.Scans;

namespace Monitor.Shared.Findings;

/// <summary>One look at one page, as findings need it: what failed, what was doubtful, which rules ran. Rules the regulation does not ask for are left out.</summary>
internal sealed class PageSight
{
    private const int LongestText = 2000;

    private readonly FrozenDictionary<string, RuleResult> rules;
    private readonly PageStates? states;

    private PageSight(PageSightKind kind, IReadOnlyList<RuleResult> required, PageStates? states = null)
    {
        Kind = kind;
        this.states = states;
        rules = required.DistinctBy(r => SolutionHistory.RuleKey(r.Check, r.Rule)).ToFrozenDictionary(r => SolutionHistory.RuleKey(r.Check, r.Rule));
        (RuleResult Rule, ElementResult Element)[] elements = [.. required.SelectMany(r => r.Elements.Select(e => (Fit(r), Fit(e))))];
        Failed = elements
            .Where(e => e.Element.Outcome == Outcome.Failed)
            .GroupBy(e => e.Element.Fingerprint)
            .ToFrozenDictionary(g => g.Key, g => new SeenCause(g.First().Rule, [.. g.Select(e => e.Element)]));
        Doubtful = elements.Where(e => e.Element.Outcome == Outcome.CantTell).Select(e => e.Element.Fingerprint).ToFrozenSet();
    }

    // What a site says is as long as it likes; the columns that findings are kept in are not. The evidence keeps it whole.
    private static RuleResult Fit(RuleResult rule) => rule.Message.Length <= LongestText ? rule : rule with { Message = rule.Message[..LongestText] };

    private static ElementResult Fit(ElementResult element) => element with
    {
        Target = Fit(element.Target)!,
        Snippet = Fit(element.Snippet)!,
        AccessibleName = Fit(element.AccessibleName),
        After = Fit(element.After),
        Landmark = Fit(element.Landmark),
        Message = Fit(element.Message),
    };

    private static string? Fit(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;

    /// <summary>A look that judged nothing.</summary>
    public static PageSight Unmeasured { get; } = new(PageSightKind.Unmeasured, []);

    /// <summary>Whether the page was judged, could not be, or is gone.</summary>
    public PageSightKind Kind { get; }

    /// <summary>What failed, by fingerprint.</summary>
    public IReadOnlyDictionary<string, SeenCause> Failed { get; }

    /// <summary>Fingerprints that a person must look at.</summary>
    public IReadOnlySet<string> Doubtful { get; }

    /// <summary>Every rule listed, those that did not run included, by <see cref="SolutionHistory.RuleKey"/>.</summary>
    public IReadOnlyDictionary<string, RuleResult> Rules => rules;

    /// <summary>The version a rule ran in; null when it did not run, or not on all of the page: what it did not see is then not absent.</summary>
    public string? VersionOf(string rule) =>
        rules.TryGetValue(rule, out RuleResult? result) && result is { Outcome: not Outcome.Untested, Incomplete: false } ? result.RuleVersion : null;

    /// <summary>Whether it looked where a finding was seen: what hides behind controls that were not pressed this time is not absent.</summary>
    /// <param name="after">What was pressed to see it, see <see cref="ElementResult.After"/>.</param>
    public bool LookedInto(string? after) => after is null || states is not null && (states.Complete || states.Judged.Contains(after));

    /// <summary>Reads a look.</summary>
    public static PageSight Of(PageStatus status, string? reason, PageAudit? audit, Regulation regulation) => status switch
    {
        PageStatus.Audited when audit is not null => new(PageSightKind.Audited, [.. audit.Rules.Where(r => regulation.Requires(r.Wcag))], audit.States),
        PageStatus.Skipped when reason is PageReasons.Gone or PageReasons.NotHtml or PageReasons.NotDocument or PageReasons.OutOfScope => new(PageSightKind.Gone, []),
        _ => Unmeasured,
    };
}

/// <summary>What a look at a page came to.</summary>
internal enum PageSightKind
{
    /// <summary>Judged.</summary>
    Audited,

    /// <summary>Not judged: failed, blocked, or refused by robots.txt. Says nothing about what is there.</summary>
    Unmeasured,

    /// <summary>No page of the solution any more: 404, 410, no HTML, or leading out of scope.</summary>
    Gone,
}

/// <summary>A cause of failure on one page.</summary>
/// <param name="Rule">The rule that failed.</param>
/// <param name="Elements">The elements that share the cause.</param>
internal sealed record SeenCause(RuleResult Rule, IReadOnlyList<ElementResult> Elements);
