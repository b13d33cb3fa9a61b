using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>
/// Draws a sample: the start page, the typed pages that were found, some documents, and a random rest, which together are as many as asked for; then the pages
/// and documents with open findings that are not among them. Those come in addition, at most as many again, and have no say in what is drawn at random: otherwise a site
/// with many faults would be measured by its known faults alone. A pure function: the same seed on the same site draws the same pages, in whatever order they were found.
/// </summary>
public static class SampleBuilder
{
    /// <summary>Draws it.</summary>
    /// <param name="startPage">The start page's canonical URL.</param>
    /// <param name="found">The pages found in scope, the start page among them or not.</param>
    /// <param name="documents">The documents found in scope.</param>
    /// <param name="followUps">Pages and documents with open findings. Of more than fit, the first stay; findings on the others become not verified, never fixed.</param>
    /// <param name="seed">What the random part is drawn from.</param>
    /// <param name="maxPages">Pages in the sample without the follow-ups; with them at most twice as many.</param>
    /// <param name="maxDocuments">Documents among them, at most a quarter; those to follow up at most as many again.</param>
    public static Sample Build(
        string startPage, IReadOnlyCollection<FoundPage> found, IReadOnlyCollection<string> documents, IReadOnlyList<SamplePage> followUps,
        long seed, int maxPages, int maxDocuments)
    {
        HashSet<string> taken = [CanonicalUrl.DedupeKey(startPage)];
        List<SamplePage> pages = [new(startPage, PageKind.Start)];
        foreach (PageKind kind in PageTypes.Kinds)
        {
            FoundPage? best = found
                .Where(p => !taken.Contains(CanonicalUrl.DedupeKey(p.Url)) && PageTypes.Score(p, kind) > 0)
                .OrderByDescending(p => PageTypes.Score(p, kind)).ThenBy(p => p.Depth).ThenBy(p => p.Url.Length).ThenBy(p => p.Url, StringComparer.Ordinal)
                .FirstOrDefault();
            if (best is not null && pages.Count < maxPages)
                Take(best.Url, kind);
        }
        int roomForDocuments = Math.Min(Math.Min(maxDocuments, maxPages / 4), maxPages - pages.Count);
        SamplePage[] drawnDocuments = [.. Shuffle(documents, seed, PageKind.Document).Take(roomForDocuments)];
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

        bool IsLeft(SamplePage page) => !taken.Contains(CanonicalUrl.DedupeKey(page.Url));

        void Take(string url, PageKind kind)
        {
            taken.Add(CanonicalUrl.DedupeKey(url));
            pages.Add(new SamplePage(url, kind));
        }
    }

    private static IEnumerable<SamplePage> Shuffle(IEnumerable<string> urls, long seed, PageKind kind) =>
        urls.OrderBy(u => Base32.Hash($"{seed}|{u}"), StringComparer.Ordinal).Select(u => new SamplePage(u, kind));
}
