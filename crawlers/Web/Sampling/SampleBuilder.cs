using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>
/// Draws a sample (Decision (EU) 2018/1524 Annex I, WCAG-EM step 3): the start page, the typed pages that were found, one page of each template, some documents, and a
/// random rest, which together are as many as asked for; then the pages and documents with open findings that are not among them. Those come in addition, at most as many
/// again, and have no say in what is drawn at random: otherwise a site with many faults would be measured by its known faults alone. Typed pages and those of templates
/// are the last sample's where they still exist, so that scans can be compared; the random part is drawn anew, and at least a tenth.
/// A pure function: the same seed on the same site draws the same pages, in whatever order they were found.
/// </summary>
public static class SampleBuilder
{
    // One page of ten at least is drawn at random (WCAG-EM step 3.d), and one where there is room for it beside the start page and another.
    private const int Tenth = 10;
    private const int FewestWithRandom = 3;

    /// <summary>Draws it.</summary>
    /// <param name="startPage">The start page's canonical URL.</param>
    /// <param name="found">The pages found in scope, the start page among them or not.</param>
    /// <param name="documents">The documents found in scope.</param>
    /// <param name="followUps">Pages and documents with open findings. Of more than fit, the first stay; findings on the others become not verified, never fixed.</param>
    /// <param name="earlier">The last scan's sample; empty for the first.</param>
    /// <param name="seed">What the random part is drawn from.</param>
    /// <param name="maxPages">Pages in the sample without the follow-ups; with them at most twice as many.</param>
    /// <param name="maxDocuments">Documents among them, at most a quarter; those to follow up at most as many again.</param>
    public static Sample Build(
        string startPage, IReadOnlyCollection<FoundPage> found, IReadOnlyCollection<string> documents, IReadOnlyList<SamplePage> followUps, IReadOnlyList<SamplePage> earlier,
        long seed, int maxPages, int maxDocuments)
    {
        HashSet<string> taken = [CanonicalUrl.DedupeKey(startPage)];
        List<SamplePage> pages = [new(startPage, PageKind.Start)];
        int mostChosen = maxPages < FewestWithRandom ? maxPages : maxPages - (maxPages + Tenth - 1) / Tenth;
        foreach (PageKind kind in PageTypes.Kinds)
        {
            if (pages.Count < mostChosen && Typed(kind) is { } page)
                Take(page.Url, kind);
        }
        int roomForDocuments = Math.Max(0, Math.Min(Math.Min(maxDocuments, maxPages / 4), mostChosen - pages.Count));
        SamplePage[] drawnDocuments = [.. Shuffle(documents, seed, PageKind.Document).Take(roomForDocuments)];
        foreach (IReadOnlyList<FoundPage> template in Templates.Of(found))
        {
            if (pages.Count + drawnDocuments.Length < mostChosen && !template.Any(p => IsTaken(p.Url)))
                Take(Templates.Choose(template, earlier, seed), PageKind.Template);
        }
        SamplePage[] random = [.. Shuffle(found.Select(p => p.Url), seed, PageKind.Random).Where(IsLeft)];
        SamplePage[] drawn = [.. drawnDocuments, .. random.Take(Math.Max(0, maxPages - pages.Count - drawnDocuments.Length))];
        taken.UnionWith(drawn.Select(p => CanonicalUrl.DedupeKey(p.Url)));

        SamplePage[] left = [.. followUps.Where(IsLeft).DistinctBy(p => CanonicalUrl.DedupeKey(p.Url))];
        HashSet<SamplePage> leftOut = [.. left.Where(p => p.Kind == PageKind.Document).Skip(maxDocuments)];
        foreach (SamplePage page in left.Where(p => !leftOut.Contains(p)).Take(2 * maxPages - pages.Count - drawn.Length))
            Take(page.Url, page.Kind);

        SamplePage[] reserves = [.. random.Where(IsLeft).Take(maxPages)];
        int discovered = found.Select(p => CanonicalUrl.DedupeKey(p.Url)).Append(CanonicalUrl.DedupeKey(startPage)).Distinct().Count();
        return new Sample(seed, [.. pages, .. drawn], reserves, discovered);

        bool IsLeft(SamplePage page) => !IsTaken(page.Url);

        bool IsTaken(string url) => taken.Contains(CanonicalUrl.DedupeKey(url));

        FoundPage? Typed(PageKind kind)
        {
            HashSet<string> before = [.. earlier.Where(p => p.Kind == kind).Select(p => CanonicalUrl.DedupeKey(p.Url))];
            return found
                .Where(p => !IsTaken(p.Url) && (before.Contains(CanonicalUrl.DedupeKey(p.Url)) || PageTypes.Score(p, kind) > 0))
                .OrderByDescending(p => before.Contains(CanonicalUrl.DedupeKey(p.Url)))
                .ThenByDescending(p => PageTypes.Score(p, kind)).ThenBy(p => p.Depth).ThenBy(p => p.Url.Length).ThenBy(p => p.Url, StringComparer.Ordinal)
                .FirstOrDefault();
        }

        void Take(string url, PageKind kind)
        {
            taken.Add(CanonicalUrl.DedupeKey(url));
            pages.Add(new SamplePage(url, kind));
        }
    }

    private static IEnumerable<SamplePage> Shuffle(IEnumerable<string> urls, long seed, PageKind kind) =>
        urls.OrderBy(u => Base32.Hash($"{seed}|{u}"), StringComparer.Ordinal).Select(u => new SamplePage(u, kind));
}
