using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Language;

/// <summary>The page's language (3.1.1): the running text of the main content, as far as the page's own declaration is in force for it.</summary>
internal sealed class PageLanguage(LanguageJudge judge)
{
    public const string Rule = "page-language";

    // Two paragraphs of prose: what is shorter may be a notice.
    private const int EnoughLetters = 300;
    private const int FewestLetters = 100;
    // A page in two languages declares one of them rightly; its parts are judged by themselves.
    private const double EnoughInDeclared = 1.0 / 3;
    private const double FewInDeclared = 0.1;

    /// <summary>The judgement; null when there is nothing to judge or the text does not tell.</summary>
    public PageJudgement? Judge(PageTexts page)
    {
        if (DeclaredLanguage.Read(page.Lang) is not { } declared)
            return null;
        string[] blocks = [.. page.Units.Where(u => u is { OfPage: true, Main: true } && RunningText.Is(u.Text)).Select(u => u.Text)];
        if (judge.Judge(string.Join('\n', blocks), declared) is not { } found || found.Letters < FewestLetters)
            return null;

        int agreeing = found.Agreement == Agreement.Agrees ? found.Letters
            : blocks.Select(b => judge.Judge(b, declared)).Where(b => b?.Agreement is Agreement.Agrees).Sum(b => b!.Letters);
        Outcome outcome = found.Agreement switch
        {
            _ when agreeing >= EnoughInDeclared * found.Letters => Outcome.Passed,
            Agreement.Differs when found.Letters >= EnoughLetters && agreeing <= FewInDeclared * found.Letters => Outcome.Failed,
            Agreement.Differs or Agreement.Doubtful => Outcome.CantTell,
            Agreement.NearRelative => found.Letters >= EnoughLetters ? Outcome.CantTell : Outcome.Passed,
            _ => Outcome.Inapplicable,
        };
        return new PageJudgement(outcome, declared, found);
    }

    /// <summary>The judgement as a rule's outcome.</summary>
    public static RuleObservation Observe(PageJudgement? page, string message, bool cut)
    {
        if (page is { Outcome: Outcome.Failed or Outcome.CantTell })
        {
            string what = page.Outcome == Outcome.Failed ? "is" : "seems to be";
            var element = new ElementObservation(
                page.Outcome, ElementAddress.Of("html"), "<html>",
                $"The text of the page {what} {LanguageNames.Describe(page.Found)}; its language is declared as \"{page.Declared.Code}\".");
            return new RuleObservation(Rule, page.Outcome, LanguageCheck.Data.ImpactOf(Rule), message, [element]) { Incomplete = cut };
        }
        return cut
            ? new RuleObservation(Rule, Outcome.Untested, null, "The page has more text than is read.", [])
            : new RuleObservation(Rule, page?.Outcome ?? Outcome.Inapplicable, null, message, []);
    }
}

/// <summary>What the page's text came to.</summary>
/// <param name="Outcome">The rule's outcome.</param>
/// <param name="Declared">The page's declaration.</param>
/// <param name="Found">What its text is.</param>
internal sealed record PageJudgement(Outcome Outcome, DeclaredLanguage Declared, LanguageJudgement Found);
