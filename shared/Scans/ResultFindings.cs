using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>
/// Gathers elements into findings. A cause that failed on one element and could not be decided on another is told twice,
/// once under each outcome, so that doubt is never counted as fault, nor fault hidden in doubt.
/// </summary>
internal static class ResultFindings
{
    public static IReadOnlyList<ScanResultFinding> Of(IReadOnlyList<PageAudit> audited, Regulation regulation)
    {
        IEnumerable<(PageAudit Page, RuleResult Rule, ElementResult Element)> elements =
            from page in audited
            from rule in page.Rules
            where regulation.Requires(rule.Wcag)
            from element in rule.Elements
            where element.Outcome is Outcome.Failed or Outcome.CantTell
            select (page, rule, element);

        return
        [
            .. elements
                .GroupBy(e => (e.Element.Fingerprint, e.Element.Outcome))
                .Select(g => Finding(g.Key.Fingerprint, g.Key.Outcome, [.. g], regulation))
                .OrderByDescending(f => f.Outcome)
                .ThenByDescending(f => Impacts.Rank(f.Impact))
                .ThenBy(f => f.Rule, StringComparer.Ordinal)
                .ThenBy(f => f.Fingerprint, StringComparer.Ordinal),
        ];
    }

    private static ScanResultFinding Finding(
        string fingerprint, Outcome outcome, IReadOnlyList<(PageAudit Page, RuleResult Rule, ElementResult Element)> seen, Regulation regulation)
    {
        (_, RuleResult rule, ElementResult element) = seen[0];
        return new ScanResultFinding(
            fingerprint, rule.Check, rule.Rule, outcome, regulation.Required(rule.Wcag), Impacts.Worst(seen.Select(s => s.Rule.Impact)),
            element.Message ?? rule.Message, [.. seen.Select(s => new ScanResultOccurrence(s.Page.Url, s.Element.Target, s.Element.Snippet) { After = s.Element.After })]);
    }
}
