using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Sampling;

/// <summary>The templates of a site: pages that are built alike, two or more. Those of most pages come first.</summary>
internal static class Templates
{
    /// <summary>The templates, in whatever order the pages were found.</summary>
    public static IReadOnlyList<IReadOnlyList<FoundPage>> Of(IEnumerable<FoundPage> pages)
    {
        List<List<FoundPage>> templates = [];
        foreach (FoundPage page in pages.Where(p => p.Structure is not null).OrderBy(p => p.Url, StringComparer.Ordinal))
        {
            if (templates.Find(t => PageStructure.AreAlike(t[0].Structure!, page.Structure!)) is { } template)
                template.Add(page);
            else
                templates.Add([page]);
        }
        return [.. templates.Where(t => t.Count > 1).OrderByDescending(t => t.Count).ThenBy(t => t[0].Url, StringComparer.Ordinal)];
    }

    /// <summary>The page that stands for a template: the one that did before where it still exists, else the one that the seed draws.</summary>
    public static string Choose(IReadOnlyList<FoundPage> template, IReadOnlyList<SamplePage> earlier, long seed)
    {
        HashSet<string> before = [.. earlier.Where(p => p.Kind == PageKind.Template).Select(p => CanonicalUrl.DedupeKey(p.Url))];
        return template.OrderBy(p => !before.Contains(CanonicalUrl.DedupeKey(p.Url))).ThenBy(p => Base32.Hash($"{seed}|{p.Url}"), StringComparer.Ordinal).First().Url;
    }
}
