using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The language of parts (3.1.2): each block, and each element with a language of its own, against the language in force for it.</summary>
internal sealed class PartLanguage(LanguageJudge judge)
{
    public const string Rule = "part-language";

    /// <summary>Judges every part; what the page's own wrong declaration explains is that fault alone.</summary>
    public RuleObservation Observe(PageTexts page, PageJudgement? whole, string message)
    {
        var elements = new List<ElementObservation>();
        bool told = false;
        foreach (TextUnit unit in page.Units.Where(u => RunningText.Is(u.Text)))
        {
            if (DeclaredLanguage.Read(unit.Lang) is not { } declared || judge.Judge(unit.Text, declared, unit.Own) is not { Agreement: not Agreement.Unknown } found)
                continue;
            told = true;
            Outcome outcome = OutcomeOf(found, unit);
            if (outcome != Outcome.Passed && !(unit.OfPage && Explains(whole, found)))
                elements.Add(Element(outcome, unit, declared, found));
        }
        if (elements.Count > 0)
            return new RuleObservation(Rule, elements.Max(e => e.Outcome), LanguageCheck.Data.ImpactOf(Rule), message, elements) { Incomplete = page.Cut };
        return page.Cut
            ? new RuleObservation(Rule, Outcome.Untested, null, "The page has more text than is read.", [])
            : new RuleObservation(Rule, told ? Outcome.Passed : Outcome.Inapplicable, null, message, []);
    }

    private static Outcome OutcomeOf(LanguageJudgement found, TextUnit unit) => found.Agreement switch
    {
        Agreement.Differs when !RunningText.IsReference(unit.Text) => Outcome.Failed,
        Agreement.Differs or Agreement.Doubtful => Outcome.CantTell,
        // A paragraph of nynorsk in a bokmål page is read by the same voice; only a whole page is worth a look.
        _ => Outcome.Passed,
    };

    private static bool Explains(PageJudgement? whole, LanguageJudgement part) =>
        whole is { Outcome: Outcome.Failed or Outcome.CantTell }
        && (whole.Found.Script is { } script ? script == part.Script : part.Language is { } language && new DeclaredLanguage(whole.Found.Language!).IsNear(language));

    private static ElementObservation Element(Outcome outcome, TextUnit unit, DeclaredLanguage declared, LanguageJudgement found) => new(
        outcome, new ElementAddress(unit.Frames), $"<{unit.Tag}>",
        $"This text {(outcome == Outcome.Failed ? "is" : "seems to be")} {LanguageNames.Describe(found)}; the language in force for it is \"{declared.Code}\".");
}
