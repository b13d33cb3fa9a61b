using Monitor.Shared.Domain;
using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Registries.Statements;

/// <summary>What a statement that could be opened comes to for one solution. Pure.</summary>
internal static class StatementRule
{
    private static readonly string Source = StatementsRegistry.Definition.Title;
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(StatementRule));

    public static ObligationResult Judge(StatementPage page, OrgNumber owner, SolutionFacts solution, DateOnly today, string address)
    {
        if (page.About is null)
            return ObligationResult.CantTell(ObligationReasons.StatementUnclear, Say("unknown"));
        Evidence about = Say("about", ("about", page.About), ("updated", page.Updated), ("broken", page.Broken), ("criteria", page.Criteria));
        if (!page.Bodies.Contains(owner))
        {
            return page.Bodies is [var other, ..]
                ? ObligationResult.CantTell(ObligationReasons.StatementOfAnother, about, Say("another", ("number", other.Value)))
                : ObligationResult.CantTell(ObligationReasons.StatementUnclear, about, Say("noNumber"));
        }
        if (page.Updated is { } updated && updated.AddYears(1) < today)
            return ObligationResult.NotMet(ObligationReasons.StatementOld, about, Say("old", ("day", updated)));

        string[] undeclared = [.. solution.CriteriaFailed.Where(c => !page.Declared.Contains(c))];
        Evidence[] extra = [.. page.Declared.Except(solution.CriteriaFailed).Order().Take(1).Select(_ => Say(
            "declaredOnly", ("list", string.Join(", ", page.Declared.Except(solution.CriteriaFailed).Order(StringComparer.Ordinal)))))];
        if (page.Criteria < solution.CriteriaInRegulation)
            return ObligationResult.CantTell(ObligationReasons.StatementTemplate, [about, Say("template", ("criteria", page.Criteria), ("all", solution.CriteriaInRegulation)), .. extra]);
        if (undeclared.Length > 0)
        {
            Evidence contradiction = Say("contradiction", ("list", string.Join(", ", undeclared)));
            // Only a list that is known to be whole calls met what is not on it.
            return page is { ListIsWhole: true, Criteria: not null }
                ? ObligationResult.NotMet(ObligationReasons.StatementContradicted, [about, contradiction, .. extra])
                : ObligationResult.CantTell(ObligationReasons.StatementUnclear, [about, Say("listUnclear", ("list", string.Join(", ", undeclared))), .. extra]);
        }
        return page.Updated is null || page.Updated > today
            ? ObligationResult.CantTell(ObligationReasons.StatementUnclear, [about, Say("noDate"), .. extra])
            : ObligationResult.Met([about, .. extra]);

        Evidence Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => Facts.Say(Source, key, address, values);
    }
}
