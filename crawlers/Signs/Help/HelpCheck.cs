using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Help;

/// <summary>1.1-help, an indicator: whether the start page links to help or contact.</summary>
internal sealed class HelpCheck() : SiteIndicator("1.1-help")
{
    private static readonly HelpSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(HelpCheck));

    protected override IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        HelpLinks? start = Sign.On(solution).FirstOrDefault(p => p.Page.Kind == PageKind.Start).Sign;
        if (start is null)
            return [Facts.Say(Source, "notSeen", solution.Url)];
        Evidence[] found =
        [
            .. start.Help is { } help ? [Facts.Say(Source, "help", help.Url, ("text", help.Text))] : (Evidence[])[],
            .. start.Contact is { } contact ? [Facts.Say(Source, "contact", contact.Url, ("text", contact.Text))] : (Evidence[])[],
        ];
        return found.Length > 0 ? found : [Facts.Say(Source, "none", solution.Url)];
    }
}
