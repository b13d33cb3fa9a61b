using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>
/// Draws a sample: the start page, the typed pages that were found, and a random rest, which together are as many as asked for; then the pages with open
/// findings that are not among them. Those come in addition, at most as many again, and have no say in what is drawn at random: otherwise a site
/// with many faults would be measured by its known faults alone. A pure function: the same seed on the same site draws the same pages, in whatever order they were found.
/// </summary>
public static class SampleBuilder
{
    /// <summary>Draws it.</summary>
    /// <param name="startPage">The start page's canonical URL.</param>
    /// <param name="found">The pages found in scope, the start page among them or not.</param>
    /// <param name="followUps">Pages with open findings. Of more than fit, the first stay; findings on the others become not verified, never fixed.</param>
    /// <param name="seed">What the random part is drawn from.</param>
    /// <param name="maxPages">Pages in the sample without the follow-ups; with them at most twice as many.</param>
    public static Sample Build(string startPage, IReadOnlyCollection<FoundPage> found, IReadOnlyList<string> followUps, long seed, int maxPages)
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
        SamplePage[] random = [.. found
            .Where(p => !taken.Contains(CanonicalUrl.DedupeKey(p.Url)))
            .OrderBy(p => Base32.Hash($"{seed}|{p.Url}"), StringComparer.Ordinal)
            .Select(p => new SamplePage(p.Url, PageKind.Random))];
        SamplePage[] drawn = [.. random.Take(Math.Max(0, maxPages - pages.Count))];
        taken.UnionWith(drawn.Select(p => CanonicalUrl.DedupeKey(p.Url)));

        string[] added = [.. followUps
            .Where(u => !taken.Contains(CanonicalUrl.DedupeKey(u)))
            .DistinctBy(CanonicalUrl.DedupeKey)
            .Take(2 * maxPages - pages.Count - drawn.Length)];
        foreach (string url in added)
            Take(url, PageKind.FollowUp);

        SamplePage[] reserves = [.. random.Where(p => !taken.Contains(CanonicalUrl.DedupeKey(p.Url))).Take(maxPages)];
        int discovered = found.Select(p => CanonicalUrl.DedupeKey(p.Url)).Append(CanonicalUrl.DedupeKey(startPage)).Distinct().Count();
        return new Sample(seed, [.. pages, .. drawn], reserves, discovered);

        void Take(string url, PageKind kind)
        {
            taken.Add(CanonicalUrl.DedupeKey(url));
            pages.Add(new SamplePage(url, kind));
        }
    }
}
