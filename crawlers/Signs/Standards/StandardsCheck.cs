using Monitor.Shared.Obligations;

namespace Monitor.Crawlers.Signs.Standards;

/// <summary>
/// 1.8-standards (forskrift om IT-standarder i offentlig forvaltning): not met when a page's bytes are not UTF-8 in both looks at it. Never met: one sees few of the standards from outside.
/// </summary>
internal sealed class StandardsCheck() : SiteCheck("1.8-standards")
{
    private const int Examples = 5;
    private static readonly StandardsSign Sign = new();
    private static readonly FactTexts Facts = FactTexts.Beside(typeof(StandardsCheck));

    protected override Task<ObligationResult> JudgeAsync(IReadOnlyList<SolutionFacts> seen, CancellationToken cancellation)
    {
        string[] twice =
        [
            .. seen.SelectMany(s => Sign.On(s)).Where(p => p.Sign.Utf8 == false && Sign.Again(p.Page)?.Utf8 == false).Select(p => p.Page.Url),
        ];
        Evidence[] evidence = [.. twice.Take(Examples).Select(page => Facts.Say(Source, "notUtf8", page)), .. seen.SelectMany(Describe)];
        return Task.FromResult(twice.Length > 0
            ? ObligationResult.ConfirmedNotMet(ObligationReasons.NotUtf8, evidence)
            : ObligationResult.CantTell(ObligationReasons.IndicatorOnly, evidence));
    }

    private static IEnumerable<Evidence> Describe(SolutionFacts solution)
    {
        StandardsSeen[] pages = [.. Sign.On(solution).Select(p => p.Sign)];
        yield return Facts.Say(
            Source, "encoding", solution.Url, ("utf8", pages.Count(p => p.Utf8 == true)), ("other", pages.Count(p => p.Utf8 == false)),
            ("unknown", pages.Count(p => p.Utf8 is null)), ("read", pages.Length));
        SeenDocument[] documents = [.. pages.SelectMany(p => p.Documents).DistinctBy(d => d.Url)];
        if (documents.Length > 0)
            yield return Facts.Say(Source, "documents", solution.Url, ("count", documents.Length), ("formats", string.Join(", ", documents.Select(d => d.Format).Distinct().Order(StringComparer.Ordinal))));
        foreach (SeenDocument document in documents.Take(Examples))
            yield return Facts.Say(Source, "document", document.Url, ("format", document.Format));
    }
}
