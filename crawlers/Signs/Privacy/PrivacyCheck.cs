using Monitor.Shared.Obligations;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Signs.Privacy;

/// <summary>1.5-privacy, an indicator beside the declaration: a linked privacy statement, and what happens before any choice.</summary>
internal sealed class PrivacyCheck() : SiteIndicator("1.5-privacy")
{
    private const int Named = 10;
    private static readonly PrivacySign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(PrivacyCheck));

    protected override IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        (ShownPage Page, PrivacySeen Sign)[] pages = [.. Sign.On(solution)];
        (ShownPage Page, PrivacySeen Sign) linking = pages.OrderBy(p => p.Page.Kind != PageKind.Start).FirstOrDefault(p => p.Sign.Statement is not null);
        yield return linking.Sign?.Statement is { } statement
            ? Facts.Say(Source, linking.Page.Kind == PageKind.Start ? "linked.start" : "linked", statement.Url, ("text", statement.Text), ("page", linking.Page.Url))
            : Facts.Say(Source, "linked.none", solution.Url, ("read", pages.Length));

        SeenCookie[] cookies = [.. pages.SelectMany(p => p.Sign.Cookies).Distinct()];
        yield return Facts.Say(
            Source, cookies.Length == 0 ? "cookies.none" : "cookies", solution.Url, ("count", cookies.Length), ("foreign", cookies.Count(c => c.Foreign)),
            ("names", List(cookies.Select(c => $"{c.Name} ({c.Domain})"))), ("read", pages.Length));
        string[] others = [.. pages.SelectMany(p => p.Sign.Others).Distinct().Order(StringComparer.Ordinal)];
        yield return Facts.Say(Source, others.Length == 0 ? "others.none" : "others", solution.Url, ("count", others.Length), ("names", List(others)), ("read", pages.Length));
    }

    private static string List(IEnumerable<string> names) =>
        names.ToArray() is { Length: > Named } many ? string.Join(", ", many.Take(Named)) + " …" : string.Join(", ", names);
}
