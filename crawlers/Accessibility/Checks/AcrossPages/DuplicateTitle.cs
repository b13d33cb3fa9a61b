using System.Text.RegularExpressions;
using Monitor.Crawlers.Web.Crawling;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Accessibility.Checks.AcrossPages;

/// <summary>Pages of different content under one title (2.4.2, techniques G88 and H25): a person must look, since a title may do for both.</summary>
internal sealed partial class DuplicateTitle : IAcrossRule
{
    /// <inheritdoc/>
    public string Id => "duplicate-title";

    /// <inheritdoc/>
    public AcrossSight? Judge(IReadOnlyList<ReadPage> pages)
    {
        if (pages.Count < 2)
            return null;
        IEnumerable<(ReadPage, ElementResult)> found =
            from titled in pages.GroupBy(Title)
            where titled.Key.Length > 0
            from page in titled
            let other = titled.FirstOrDefault(p => Differ(p, page))
            where other is not null
            select (page, Element(page, other, titled.Key));
        return new AcrossSight(pages.Where(p => Title(p).Length > 0).ToHashSet(), [.. found]);
    }

    private static string Title(ReadPage page) => Space().Replace(page.Title, " ").Trim().ToLowerInvariant();

    /// <summary>Whether two pages are not one page under two addresses, nor parts of one list, and say different things under different headings.</summary>
    private static bool Differ(ReadPage one, ReadPage other) =>
        one != other
        && CanonicalOf(one) != CanonicalOf(other)
        && WithoutPaging(one.Url) != WithoutPaging(other.Url)
        && !SimHash.AreNear(one.Outline.Text, other.Outline.Text)
        && (one.Outline.Heading.Length == 0 || !one.Outline.Heading.Equals(other.Outline.Heading, StringComparison.OrdinalIgnoreCase));

    private static string CanonicalOf(ReadPage page) => (page.Outline.Canonical ?? page.Url).TrimEnd('/');

    // ?side=2 and /side/2 number the pages of one list.
    private static string WithoutPaging(string url)
    {
        var uri = new Uri(url);
        string[] path = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (path.Length > 1 && path[^1].All(char.IsAsciiDigit) && AcrossWords.Paging.Contains(path[^2]))
            path = path[..^2];
        IEnumerable<string> query = uri.Query.TrimStart('?').Split('&').Where(q => q.Length > 0 && !AcrossWords.Paging.Contains(q.Split('=')[0]));
        return $"{uri.Host}/{string.Join('/', path)}?{string.Join('&', query)}";
    }

    private ElementResult Element(ReadPage page, ReadPage other, string title)
    {
        var place = new OutlinePlace("title", page.Title, null, "<title>", "head > title");
        return AcrossSight.Element(Id, Outcome.CantTell, place, $"title {title}", $"The title “{page.Title}” is also that of {other.Url}, a page of other content.");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
