using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.Login;

/// <summary>1.6-id-porten, an indicator: where login links lead. They are not followed, since that begins a login.</summary>
internal sealed class IdPortenCheck() : SiteIndicator("1.6-id-porten")
{
    private const int Shown = 10;
    private static readonly LoginSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(IdPortenCheck));

    protected override IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        LoginLink[] links = [.. Sign.On(solution).SelectMany(p => p.Sign.Links).DistinctBy(l => l.Link.Url)];
        return links.Length == 0
            ? [Facts.Say(Source, "none", solution.Url, ("read", solution.Pages.Count))]
            : links.OrderBy(l => l.Service is null).Take(Shown).Select(Describe);
    }

    private static Evidence Describe(LoginLink link) => Facts.Say(
        Source, link.Service is not null ? "service" : link.Own ? "own" : "other", link.Link.Url,
        ("text", link.Link.Text), ("service", link.Service), ("host", Hosts.Of(link.Link.Url)));
}
