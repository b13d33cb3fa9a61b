using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>
/// Draws a sample: the start page, the typed pages that were found, the pages with open findings, and a random rest. A pure function:
/// the same seed on the same site draws the same pages, in whatever order they were found.
/// </summary>
public static class SampleBuilder
{
    /// <summary>Draws it.</summary>
    /// <param name="startPage">The start page's canonical URL.</param>
    /// <param name="found">The pages found in scope, the start page among them or not.</param>
    /// <param name="followUps">Pages with open findings. They all stay, even where they are more than <paramref name="maxPages"/>: a fault is not fixed because nobody looks.</param>
    /// <param name="seed">What the random part is drawn from.</param>
    /// <param name="maxPages">Pages in the sample.</param>
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
        foreach (string url in followUps.Where(u => !taken.Contains(CanonicalUrl.DedupeKey(u))).DistinctBy(CanonicalUrl.DedupeKey).ToArray())
            Take(url, PageKind.FollowUp);

        SamplePage[] random = [.. found
            .Where(p => !taken.Contains(CanonicalUrl.DedupeKey(p.Url)))
            .OrderBy(p => Base32.Hash($"{seed}|{p.Url}"), StringComparer.Ordinal)
            .Select(p => new SamplePage(p.Url, PageKind.Random))];
        int rest = Math.Max(0, maxPages - pages.Count);
        int discovered = found.Select(p => CanonicalUrl.DedupeKey(p.Url)).Append(CanonicalUrl.DedupeKey(startPage)).Distinct().Count();
        return new Sample(seed, [.. pages, .. random.Take(rest)], [.. random.Skip(rest).Take(maxPages)], discovered);

        void Take(string url, PageKind kind)
        {
            taken.Add(CanonicalUrl.DedupeKey(url));
            pages.Add(new SamplePage(url, kind));
        }
    }
}
