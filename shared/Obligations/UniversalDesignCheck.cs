namespace Monitor.Shared.Obligations;

/// <summary>
/// 1.8-universal-design: the regulation's WCAG criteria (forskrift om universell utforming av IKT-løsninger), by stored findings.
/// Not met by a confirmed failure; never met, since automatic tests prove no conformity.
/// </summary>
internal sealed class UniversalDesignCheck : IObligationCheck
{
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(UniversalDesignCheck));

    public IReadOnlyList<string> Obligations { get; } = ["1.8-universal-design"];

    public bool FromStoredScans => true;

    /// <summary>The mail about its findings tells it.</summary>
    public bool ToldElsewhere => true;

    public Task<ObligationResult> JudgeAsync(AgencyFacts facts, CancellationToken cancellation) => Task.FromResult(Judge(facts.Site));

    internal static ObligationResult Judge(SiteFacts? site)
    {
        SolutionFacts[] measured = [.. site?.Measured ?? []];
        if (measured.Length == 0)
            return ObligationResult.Untested(ObligationReasons.NoScan);

        Evidence[] evidence = [.. measured.Select(Describe)];
        return measured.Any(s => s.ConfirmedFailures > 0)
            ? ObligationResult.ConfirmedNotMet(ObligationReasons.ConfirmedFailures, evidence)
            : ObligationResult.CantTell(ObligationReasons.NoConfirmedFailures, evidence);
    }

    private static Evidence Describe(SolutionFacts solution) => Facts.Say(
        "Monitor", solution.ConfirmedFailures == 0 ? "site.noFailures" : "site.failures", solution.Url,
        ("count", solution.ConfirmedFailures),
        ("criteria", string.Join(", ", solution.CriteriaFailed)),
        ("pages", solution.PagesAudited),
        ("sampled", solution.PagesSampled),
        ("criteriaTested", solution.CriteriaTested),
        ("criteriaAll", solution.CriteriaInRegulation));
}
