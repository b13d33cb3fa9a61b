using Monitor.Crawlers.Web.Crawling;

namespace Monitor.Crawlers.Signs.Standards;

/// <summary>Whether a page is UTF-8, and which documents it links to that are in none of the formats that web publishing must use.</summary>
internal sealed class StandardsSign() : PageSign<StandardsSeen>("standards")
{
    private const int MostKept = 50;

    private static readonly HashSet<string> Others =
        ["doc", "docx", "docm", "dot", "dotx", "rtf", "wpd", "wps", "pages", "xls", "xlsx", "xlsm", "xlsb", "numbers", "ppt", "pptx", "pptm", "pps", "ppsx", "key", "pub", "vsd", "vsdx", "odc"];

    private static readonly HashSet<string> Allowed = ["pdf", "odt", "ods", "odp", "html", "htm", "xhtml"];

    public override StandardsSeen Read(PageView page)
    {
        (PageLink Link, string Stem, string Format)[] files = [.. page.Links.DistinctBy(l => l.Url).Select(Split)];
        HashSet<string> stems = [.. files.Where(f => Allowed.Contains(f.Format)).Select(f => f.Stem)];
        return new StandardsSeen(page.Utf8, [.. files.Where(f => Others.Contains(f.Format) && !stems.Contains(f.Stem)).Take(MostKept).Select(f => new SeenDocument(f.Link.Url, f.Format))]);
    }

    protected override bool NeedsSecondLook(StandardsSeen sign) => sign.Utf8 == false;

    /// <summary>The file's name without its ending, and the ending.</summary>
    private static (PageLink Link, string Stem, string Format) Split(PageLink link)
    {
        string file = Path.GetFileName(Uri.UnescapeDataString(new Uri(link.Url).AbsolutePath)).ToLowerInvariant();
        return (link, Path.GetFileNameWithoutExtension(file), Path.GetExtension(file).TrimStart('.'));
    }
}

/// <summary>What a page shows of the mandatory standards.</summary>
/// <param name="Utf8">Whether its bytes are UTF-8; null where that could not be told.</param>
/// <param name="Documents">Documents in other formats than HTML, PDF and ODF without such a sibling on the page.</param>
internal sealed record StandardsSeen(bool? Utf8, IReadOnlyList<SeenDocument> Documents);

/// <summary>A document linked to.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Format">The ending of its file's name.</param>
internal sealed record SeenDocument(string Url, string Format);
