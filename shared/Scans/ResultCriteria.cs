using Monitor.Shared.Domain;
using Monitor.Shared.Regulations;

namespace Monitor.Shared.Scans;

/// <summary>Sums up rules by criterion: a fault anywhere is failed, a doubt cantTell, and one rule that did not run, or not on all of a page, keeps a criterion from passing.</summary>
internal static class ResultCriteria
{
    public static IReadOnlyList<ScanResultCriterion> Of(IReadOnlyList<PageAudit> audited, Regulation regulation) =>
        [.. regulation.Criteria.Select(criterion => Of(criterion, audited) with { Clause = regulation.ClauseOf(criterion) })];

    private static ScanResultCriterion Of(string criterion, IReadOnlyList<PageAudit> audited)
    {
        Outcome[][] pages = [.. audited.Select(p => p.Rules.Where(r => r.Wcag.Contains(criterion)).SelectMany(Outcomes).ToArray())];
        Outcome outcome = Worst([.. pages.SelectMany(p => p)]);
        CriterionGap? gap = outcome == Outcome.Untested && pages.All(p => p.Length == 0) ? RegulationCatalogue.FindGap(criterion) : null;
        return new ScanResultCriterion(
            criterion,
            outcome,
            pages.Count(p => p.Contains(Outcome.Failed)),
            pages.Count(p => p.Any(o => o != Outcome.Untested)))
        {
            Reason = outcome switch
            {
                Outcome.CantTell => CriterionReasons.PersonNeeded,
                Outcome.Untested when gap is not null => gap.Never ? CriterionReasons.NeverByMachine : CriterionReasons.NoRule,
                Outcome.Untested => pages.Length == 0 ? CriterionReasons.NoPages : CriterionReasons.NotRun,
                _ => null,
            },
            Why = gap?.Why.En,
        };
    }

    private static IEnumerable<Outcome> Outcomes(RuleResult rule) => rule.Incomplete ? [rule.Outcome, Outcome.Untested] : [rule.Outcome];

    private static Outcome Worst(IReadOnlyCollection<Outcome> outcomes) =>
        outcomes.Contains(Outcome.Failed) ? Outcome.Failed
        : outcomes.Contains(Outcome.CantTell) ? Outcome.CantTell
        : outcomes.Contains(Outcome.Untested) || outcomes.Count == 0 ? Outcome.Untested
        : outcomes.Contains(Outcome.Passed) ? Outcome.Passed
        : Outcome.Inapplicable;
}
