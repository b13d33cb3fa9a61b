using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Peppol;

/// <summary>Reads a provider's XML (Service Metadata Publishing, busdox): no DTD, nothing fetched.</summary>
internal static class SmpXml
{
    private static readonly XNamespace Publishing = "http://busdox.org/serviceMetadata/publishing/1.0/";
    private static readonly XNamespace Identifiers = "http://busdox.org/transport/identifiers/1.0/";
    private static readonly XNamespace Addressing = "http://www.w3.org/2005/08/addressing";

    /// <summary>Reads the root, if it has the name expected.</summary>
    public static bool TryRead(RegistryReply.Answered answered, string root, [NotNullWhen(true)] out XElement? element, [NotNullWhen(false)] out string? why)
    {
        element = null;
        why = null;
        try
        {
            using var bytes = new MemoryStream(answered.Body.ToArray());
            using var reader = XmlReader.Create(bytes, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            element = XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            why = answered.Body.IsEmpty ? "The answer is empty." : "The answer is no XML.";
            return false;
        }
        if (element?.Name == Publishing + root)
            return true;
        why = $"The answer is no {root}.";
        element = null;
        return false;
    }

    /// <summary>The participant value that a service group is about.</summary>
    public static string? ParticipantOf(XElement group) =>
        group.Element(Identifiers + "ParticipantIdentifier")?.Value.Trim();

    /// <summary>Document identifiers by the address of their metadata, as the group's references spell them.</summary>
    public static IEnumerable<(string Document, string Address)> ReferencesOf(XElement group)
    {
        const string path = "/services/";
        foreach (XElement reference in group.Descendants(Publishing + "ServiceMetadataReference"))
        {
            string address = reference.Attribute("href")?.Value.Trim() ?? "";
            int at = address.LastIndexOf(path, StringComparison.Ordinal);
            if (at >= 0)
                yield return (Uri.UnescapeDataString(address[(at + path.Length)..]), address);
        }
    }

    /// <summary>Where the metadata are instead: at another provider; null when they are here, empty when a redirect does not say where.</summary>
    public static string? RedirectOf(XElement metadata) =>
        metadata.Element(Publishing + "ServiceMetadata")?.Element(Publishing + "Redirect") is { } redirect ? redirect.Attribute("href")?.Value.Trim() ?? "" : null;

    /// <summary>The endpoints of one process; empty where the metadata name none.</summary>
    public static IReadOnlyList<string> EndpointsOf(XElement metadata, string process) =>
    [
        .. metadata.Descendants(Publishing + "Process")
            .Where(p => p.Element(Identifiers + "ProcessIdentifier")?.Value.Trim() == process)
            .SelectMany(p => p.Descendants(Addressing + "Address"))
            .Select(a => a.Value.Trim())
            .Where(a => Uri.TryCreate(a, UriKind.Absolute, out _)),
    ];
}
