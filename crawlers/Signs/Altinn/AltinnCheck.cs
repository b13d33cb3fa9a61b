using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.Altinn;

/// <summary>1.6-altinn, an indicator beside the declaration: links to Altinn.</summary>
internal sealed class AltinnCheck() : SiteIndicator("1.6-altinn")
{
    private const int Examples = 3;
    private static readonly AltinnSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(AltinnCheck));

    protected override IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        (string Page, SeenLink Link)[] links = [.. Sign.On(solution).SelectMany(p => p.Sign.Links.Select(l => (p.Page.Url, l)))];
        SeenLink[] distinct = [.. links.Select(l => l.Link).DistinctBy(l => l.Url)];
        yield return distinct.Length == 0
            ? Facts.Say(Source, "none", solution.Url, ("read", solution.Pages.Count))
            : Facts.Say(Source, "some", solution.Url, ("links", distinct.Length), ("pages", links.Select(l => l.Page).Distinct().Count()), ("read", solution.Pages.Count));
        foreach (SeenLink link in distinct.Take(Examples))
            yield return Facts.Say(Source, "link", link.Url, ("text", link.Text));
    }
}
