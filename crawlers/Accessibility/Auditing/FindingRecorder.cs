using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Evidence;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;
using Monitor.Shared.Findings;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Turns what a check saw into results: each element gets its fingerprint, description and, one a cause, a picture.</summary>
internal sealed class FindingRecorder(BrowserPage page, IEvidenceStore evidence)
{
    /// <summary>Elements of one cause that are listed; the rest is counted.</summary>
    public const int ListedOfOneCause = 20;

    private const int TargetLength = 1000;
    private int picturesLeft = ElementCamera.MaxPictures;

    /// <summary>Results in the order of the rules; a rule that the check says nothing of is untested.</summary>
    /// <param name="check">The check.</param>
    /// <param name="rules">Its rules.</param>
    /// <param name="observations">What it saw.</param>
    /// <param name="after">What was pressed before, see <see cref="ElementResult.After"/>.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<IReadOnlyList<RuleResult>> RecordAsync(
        ICheck check, IReadOnlyList<CheckRule> rules, IReadOnlyList<RuleObservation> observations, string? after, CancellationToken cancellation)
    {
        (string Rule, ElementObservation Element)[] seen = [.. observations.SelectMany(o => o.Elements, (o, e) => (o.Rule, e))];
        IReadOnlyList<ElementDescription> descriptions =
            await page.WhileAliveAsync(ElementDescriber.DescribeAsync(page.Page, [.. seen.Select(s => s.Element)]), cancellation);

        Cause[] causes =
        [
            .. seen.Zip(descriptions, (s, d) => (s.Rule, Item: new DescribedElement(s.Element, d, Fingerprint.For(s.Rule, d.Path))))
                .GroupBy(e => (e.Rule, e.Item.Fingerprint, e.Item.Seen.Outcome))
                .Select(g => new Cause(g.Key.Rule, [.. g.Select(e => e.Item)])),
        ];
        ILookup<string, ElementResult> elements = await PictureAsync(causes, after, cancellation);

        return [.. rules.Select(rule => Result(check, rule, observations.FirstOrDefault(o => o.Rule == rule.Id), [.. elements[rule.Id]]))];
    }

    /// <summary>Where an element is, as its result tells it.</summary>
    public static string TargetOf(ElementObservation element)
    {
        string target = PlainSelector.Of(element.Address.Target);
        return target.Length <= TargetLength ? target : target[..TargetLength];
    }

    private async Task<ILookup<string, ElementResult>> PictureAsync(Cause[] causes, string? after, CancellationToken cancellation)
    {
        // What failed is pictured first: there is room for only so many.
        Cause[] pictured = [.. causes.OrderByDescending(c => c.Elements[0].Seen.Outcome).Take(picturesLeft)];
        picturesLeft -= pictured.Length;
        var camera = new ElementCamera(page.Page, evidence);
        var pictures = await page.WhileAliveAsync(camera.TakeAsync([.. pictured.Select(c => c.Listed.Select(e => e.Seen.Address).ToArray())], cancellation), cancellation);
        Dictionary<Cause, (int Index, string Blob)?> pictureOf = pictured.Zip(pictures).ToDictionary(p => p.First, p => p.Second);

        return causes
            .SelectMany(c => c.Results(pictureOf.GetValueOrDefault(c), after), (c, e) => (c.Rule, Element: e))
            .ToLookup(e => e.Rule, e => e.Element);
    }

    private static RuleResult Result(ICheck check, CheckRule rule, RuleObservation? seen, IReadOnlyList<ElementResult> elements) =>
        seen is null
            ? new RuleResult(check.Id, rule.Id, rule.Version, Outcome.Untested, rule.Wcag, null, "The rule did not run.", [])
            : new RuleResult(check.Id, rule.Id, rule.Version, seen.Outcome, rule.Wcag, seen.Impact, seen.Message, elements) { Incomplete = seen.Incomplete };

    private sealed record DescribedElement(ElementObservation Seen, ElementDescription Description, string Fingerprint);

    /// <summary>Elements of one rule, fingerprint and outcome on this page.</summary>
    private sealed record Cause(string Rule, IReadOnlyList<DescribedElement> Elements)
    {
        public IEnumerable<DescribedElement> Listed => Elements.Take(ListedOfOneCause);

        public IEnumerable<ElementResult> Results((int Index, string Blob)? picture, string? after) => Listed.Select((e, i) =>
        {
            return new ElementResult(
                e.Seen.Outcome,
                e.Fingerprint,
                TargetOf(e.Seen),
                e.Description.Snippet,
                e.Description.Name,
                e.Description.Landmark,
                e.Seen.Message,
                picture is { } taken && taken.Index == i ? taken.Blob : null)
            {
                After = after,
                Omitted = i == 0 ? Math.Max(0, Elements.Count - ListedOfOneCause) : 0,
            };
        });
    }
}
