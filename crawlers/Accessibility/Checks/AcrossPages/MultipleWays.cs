using System.Globalization;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>
/// Ways to find pages (2.4.5): a search (G161), a site map or index (G63, G64), or a home page that links to every page (G185). Where none of them was met,
/// a person must look: there are other ways, and steps of a process need none.
/// </summary>
internal sealed class MultipleWays : IAcrossRule
{
    private const int FewestPages = 5;
    private const double NearlyAll = 0.9;

    /// <inheritdoc/>
    public string Id => "multiple-ways";

    /// <inheritdoc/>
    public AcrossSight? Judge(IReadOnlyList<ReadPage> pages)
    {
        if (pages.Count < FewestPages || pages.FirstOrDefault(p => p.IsStart) is not { } start)
            return null;
        HashSet<string> linked = [.. start.Outline.Links];
        ReadPage[] others = [.. pages.Where(p => p != start)];
        int reached = others.Count(p => linked.Contains(ReadOutline.HashOf(p.Outline.Self)));
        bool ways = pages.Any(p => p.Outline.Search || p.Outline.Index) || reached >= NearlyAll * others.Length;
        return new AcrossSight(new HashSet<ReadPage> { start }, ways ? [] : [(start, Element(reached, others.Length))]);
    }

    private ElementResult Element(int reached, int others)
    {
        var place = new OutlinePlace("html", null, null, "<html>", "html");
        return AcrossSight.Element(Id, Outcome.CantTell, place, "site", string.Create(CultureInfo.InvariantCulture,
            $"No page read has a search, a site map or an index, and this page links to {reached} of the {others} others."));
    }
}
