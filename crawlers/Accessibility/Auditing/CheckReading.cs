using Monitor.Crawlers.Accessibility.Checks;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>A check with the rules of it that a regulation asks for.</summary>
internal sealed record AskedCheck(ICheck Check, IReadOnlyList<CheckRule> Rules);

/// <summary>What a check saw on a page.</summary>
internal sealed record CheckReading(AskedCheck Asked, IReadOnlyList<RuleObservation> Observations)
{
    /// <summary>Each element, with the rule that saw it.</summary>
    public IEnumerable<(string Rule, ElementObservation Element)> Elements => Observations.SelectMany(o => o.Elements, (o, e) => (o.Rule, e));

    /// <summary>What it saw of some of the elements alone, asked for in order; rules that saw none of those are left out.</summary>
    public CheckReading Keeping(Func<ElementObservation, bool> keep)
    {
        RuleObservation[] kept = [.. Observations.Select(o => o with { Elements = [.. o.Elements.Where(keep)] }).Where(o => o.Elements.Count > 0)];
        return new CheckReading(
            Asked with { Rules = [.. Asked.Rules.Where(r => kept.Any(o => o.Rule == r.Id))] },
            [.. kept.Select(o => o with { Outcome = o.Elements.Max(e => e.Outcome) })]);
    }
}
