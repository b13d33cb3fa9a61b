using System.Xml;
using System.Xml.Linq;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Monitor.Crawlers.Accessibility.Documents.Pdf;

/// <summary>What the XMP metadata of a PDF say (ISO 16684-1).</summary>
/// <param name="Title">The title; null for none.</param>
/// <param name="Created">When it was made, as written.</param>
/// <param name="Modified">When it was changed, as written.</param>
internal sealed record XmpFacts(string? Title, string? Created, string? Modified)
{
    private const int MostBytes = 1024 * 1024;

    private static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
    private static readonly XmpFacts None = new(null, null, null);

    /// <summary>Reads them.</summary>
    public static XmpFacts Read(PdfDocument document)
    {
        if (!document.TryGetXmpMetadata(out XmpMetadata? metadata) || metadata.GetXmlMemory() is not { Length: > 0 and <= MostBytes } bytes)
            return None;
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            XElement[] elements = [.. XDocument.Load(reader).Descendants()];
            return new XmpFacts(Value(elements, Dc + "title"), Value(elements, Xmp + "CreateDate"), Value(elements, Xmp + "ModifyDate"));
        }
        catch (XmlException)
        {
            return None;
        }
    }

    // A simple property may be written as an attribute of its description.
    private static string? Value(XElement[] elements, XName name)
    {
        string? value = elements.FirstOrDefault(e => e.Name == name)?.Value ?? elements.Select(e => e.Attribute(name)?.Value).FirstOrDefault(v => v is not null);
        return string.IsNullOrWhiteSpace(value) ? null : value.Trim();
    }
}
