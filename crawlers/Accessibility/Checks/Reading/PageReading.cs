using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Reading;

/// <summary>What a script read in all frames of a page.</summary>
/// <param name="Elements">The elements it tells of.</param>
/// <param name="FramesMissed">Whether a frame could not be read: what lies there is not clean.</param>
internal sealed record PageReading<TItem>(IReadOnlyList<ReadElement<TItem>> Elements, bool FramesMissed)
{
    /// <summary>What each rule asked for comes to.</summary>
    /// <param name="asked">The rules asked for.</param>
    /// <param name="data">The check's rules.</param>
    /// <param name="judge">What a rule says of an element; null where it is not about it.</param>
    public IReadOnlyList<RuleObservation> Judge(IReadOnlyList<CheckRule> asked, RuleFile data, Func<string, ReadElement<TItem>, Verdict?> judge) =>
        [.. asked.Select(rule => Observe(rule, data.ImpactOf(rule.Id), element => judge(rule.Id, element)))];

    private RuleObservation Observe(CheckRule rule, string impact, Func<ReadElement<TItem>, Verdict?> judge)
    {
        (ReadElement<TItem> Element, Verdict Verdict)[] judged = [.. Elements.Select(e => (e, judge(e))).Where(j => j.Item2 is not null).Select(j => (j.e, j.Item2!))];
        bool missed = FramesMissed || judged.Any(j => j.Verdict.Outcome == Outcome.Untested);
        ElementObservation[] found =
        [
            .. judged.Where(j => j.Verdict.Outcome is Outcome.Failed or Outcome.CantTell)
                .Select(j => new ElementObservation(j.Verdict.Outcome, j.Element.Address, j.Element.Html, j.Verdict.Message)),
        ];
        if (found.Length > 0)
            return new RuleObservation(rule.Id, found.Max(e => e.Outcome), impact, rule.Texts.En, found) { Incomplete = missed };
        if (missed)
            return new RuleObservation(rule.Id, Outcome.Untested, null, "A part of the page could not be read.", []);
        return new RuleObservation(rule.Id, judged.Length > 0 ? Outcome.Passed : Outcome.Inapplicable, null, rule.Texts.En, []);
    }
}

/// <summary>One element that a script tells of.</summary>
/// <param name="Item">What it read in it.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Html">Its opening tag.</param>
internal sealed record ReadElement<TItem>(TItem Item, ElementAddress Address, string Html);
