using Monitor.Shared.Scans;

namespace Monitor.Crawlers.Web.Crawling;

/// <summary>
/// The documents that a crawl meets, in scope: PDFs, which may come to the sample, and office files, which are counted. A document is known by the extension
/// of its address, a PDF also by the type of an answer.
/// </summary>
internal sealed class CrawlDocuments(CrawlState state)
{
    // Of more, those met first: an archive of minutes would fill the checkpoint.
    private const int Most = 2000;

    private static readonly HashSet<string> Office = new(StringComparer.OrdinalIgnoreCase)
        { "doc", "docx", "docm", "dotx", "xls", "xlsx", "xlsm", "ppt", "pptx", "ppsx", "odt", "ods", "odp", "rtf" };

    private static readonly HashSet<string> Alternatives = new(StringComparer.OrdinalIgnoreCase) { "", "pdf", "html", "htm" };

    /// <summary>Notes what a page links to.</summary>
    public void Note(IReadOnlyList<PageLink> links)
    {
        (string Url, string Name, string Extension)[] named = [.. links.Select(l => l.Url).Distinct().Select(Named)];
        HashSet<string> alternatives = new(named.Where(l => Alternatives.Contains(l.Extension)).Select(l => l.Name), StringComparer.OrdinalIgnoreCase);
        foreach ((string url, string name, string extension) in named.Where(l => state.Scope?.Contains(l.Url) == true))
        {
            string key = CanonicalUrl.DedupeKey(url);
            if (extension.Equals("pdf", StringComparison.OrdinalIgnoreCase))
                NotePdf(url);
            else if (Office.Contains(extension) && (state.OfficeFiles.ContainsKey(key) || state.OfficeFiles.Count < Most))
                state.OfficeFiles[key] = state.OfficeFiles.GetValueOrDefault(key) || alternatives.Contains(name);
        }
    }

    /// <summary>Notes a PDF.</summary>
    public void NotePdf(string url)
    {
        if (state.Pdfs.Count < Most)
            state.Pdfs.TryAdd(CanonicalUrl.DedupeKey(url), url);
    }

    /// <summary>How many there are.</summary>
    public static DocumentCount Count(CrawlState state) => new(state.Pdfs.Count, state.OfficeFiles.Count, state.OfficeFiles.Count(f => !f.Value));

    private static (string Url, string Name, string Extension) Named(string url)
    {
        string file = LinkResolver.TryResolve(url, null, out Uri? uri) ? Uri.UnescapeDataString(uri.AbsolutePath[(uri.AbsolutePath.LastIndexOf('/') + 1)..]) : "";
        return (url, Path.GetFileNameWithoutExtension(file), Path.GetExtension(file).TrimStart('.'));
    }
}
