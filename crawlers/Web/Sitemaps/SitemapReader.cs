using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Monitor.Crawlers.Web.Sitemaps;

/// <summary>
/// Reads sitemaps (sitemaps.org): XML, an index of others, or a text of one URL a line; gzipped or not, told by the first bytes and not by the name.
/// No DTD, nothing loaded from elsewhere, and what was read before a fault or a limit is kept.
/// </summary>
public static class SitemapReader
{
    /// <summary>URLs in one file (the protocol's limit).</summary>
    public const int MaxUrls = 50_000;

    /// <summary>Bytes of one file, uncompressed (the protocol's limit).</summary>
    public const int MaxBytes = 50 * 1024 * 1024;

    /// <summary>Reads one file.</summary>
    public static SitemapContent Read(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var raw = new MemoryStream(file.ToArray(), writable: false);
            using Stream content = IsGzip(file.Span) ? new GZipStream(raw, CompressionMode.Decompress) : raw;
            using var limited = new MemoryStream();
            CopyUpTo(content, limited, MaxBytes);
            limited.Position = 0;
            return LooksLikeXml(limited) ? ReadXml(limited) : ReadText(limited);
        }
        catch (InvalidDataException)
        {
            return SitemapContent.Nothing;
        }
    }

    private static SitemapContent ReadXml(Stream content)
    {
        List<string> pages = [], sitemaps = [];
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxBytes,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        try
        {
            using XmlReader xml = XmlReader.Create(content, settings);
            (string name, int depth) = ("", 0);
            while (pages.Count + sitemaps.Count < MaxUrls && xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                // Namespaces are left out or misspelt so often that local name and place have to do; an image's loc lies deeper.
                if (xml.LocalName is "url" or "sitemap")
                    (name, depth) = (xml.LocalName, xml.Depth);
                else if (xml.LocalName == "loc" && name.Length > 0 && xml.Depth == depth + 1 && ReadLocation(xml) is { Length: > 0 } location)
                    (name == "url" ? pages : sitemaps).Add(location);
            }
        }
        catch (XmlException)
        {
            // Broken, cut or not XML after all: what came before counts.
        }
        return new SitemapContent(pages, sitemaps);
    }

    private static string? ReadLocation(XmlReader xml)
    {
        var text = new StringBuilder();
        int depth = xml.Depth;
        if (xml.IsEmptyElement)
            return null;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA && text.Length <= CanonicalUrl.MaxLength)
                text.Append(xml.Value);
        }
        return text.ToString().Trim();
    }

    private static SitemapContent ReadText(Stream content)
    {
        using var reader = new StreamReader(content, Encoding.UTF8);
        List<string> pages = [];
        while (pages.Count < MaxUrls && reader.ReadLine() is { } line)
        {
            string url = line.Trim();
            if (url.Length <= CanonicalUrl.MaxLength && (url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)))
                pages.Add(url);
        }
        return new SitemapContent(pages, []);
    }

    private static bool IsGzip(ReadOnlySpan<byte> file) => file.StartsWith([(byte)0x1f, (byte)0x8b]);

    private static bool LooksLikeXml(MemoryStream content)
    {
        foreach (byte b in content.GetBuffer().AsSpan(0, (int)Math.Min(content.Length, 64)))
        {
            // White space and byte order marks may come first; UTF-16 has zeros.
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0)
                continue;
            return b == '<';
        }
        return false;
    }

    private static void CopyUpTo(Stream from, MemoryStream to, int limit)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            int read;
            while (to.Length < limit && (read = from.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - to.Length))) > 0)
                to.Write(buffer, 0, read);
        }
        catch (InvalidDataException) when (to.Length > 0)
        {
            // A gzip cut at our limit or by the site: what it held until then counts.
        }
    }
}

/// <summary>What a sitemap names.</summary>
/// <param name="Pages">URLs of pages, as written.</param>
/// <param name="Sitemaps">URLs of further sitemaps, where it is an index.</param>
public sealed record SitemapContent(IReadOnlyList<string> Pages, IReadOnlyList<string> Sitemaps)
{
    /// <summary>None.</summary>
    public static SitemapContent Nothing { get; } = new([], []);
}
