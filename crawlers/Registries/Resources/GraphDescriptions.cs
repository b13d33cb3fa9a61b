namespace Monitor.Crawlers.Registries.Resources;

/// <summary>
/// What a graph says of a dataset by DCAT-AP-NO or of a service by CPSV-AP-NO, and which mandatory properties are missing. Pure.
/// Of DCAT-AP-NO the four properties that 2.0 and 3.0 both demand, and the contact point that 3.0 adds; of CPSV-AP-NO 1.1 all six, in the spelling of 1.0 too.
/// </summary>
internal static class GraphDescriptions
{
    /// <summary>The vocabulary that a dataset's theme must come from.</summary>
    public const string DataThemes = "http://publications.europa.eu/resource/authority/data-theme/";

    private const string Dct = "http://purl.org/dc/terms/";
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string Cv = "http://data.europa.eu/m8g/";
    private const string Cpsv = "http://purl.org/vocab/cpsv#";
    private const string CpsvNo = "https://data.norge.no/vocabulary/cpsvno#";
    private const string Foaf = "http://xmlns.com/foaf/0.1/";

    public static Description OfDataset(JsonLdGraph graph, JsonLdNode node) => new(
        node.Id,
        Title(node),
        Missing(
            ("dct:title", node.Has(Dct + "title")),
            ("dct:description", node.Has(Dct + "description")),
            ("dcat:theme", node[Dcat + "theme"].Any(t => t.Text.StartsWith(DataThemes, StringComparison.Ordinal))),
            ("dct:publisher", node.Has(Dct + "publisher")),
            ("dcat:contactPoint", node.Has(Dcat + "contactPoint"))),
        [.. node[Dcat + "distribution"].Where(d => d.IsReference).Select(d => graph.Find(d.Text)).OfType<JsonLdNode>().Select(ReadDistribution)],
        []);

    public static Description OfService(JsonLdGraph graph, JsonLdNode node)
    {
        bool publicService = node.Types.Contains(Cpsv + "PublicService");
        return new Description(
            node.Id,
            Title(node),
            Missing(
                ("dct:identifier", node.Has(Dct + "identifier")),
                ("dct:title", node.Has(Dct + "title")),
                ("dct:description", node.Has(Dct + "description")),
                publicService ? ("cv:hasCompetentAuthority", node.Has(Cv + "hasCompetentAuthority")) : ("cv:ownedBy", node.Has(Cv + "ownedBy")),
                ("cpsvno:hasPossibleOutput", node.Has(CpsvNo + "hasPossibleOutput") || node.Has(Cpsv + "produces")),
                ("cv:contactPoint", node.Has(Cv + "contactPoint"))),
            [],
            [.. Texts(node, Foaf + "homepage")]);
    }

    /// <summary>The text in the language preferred: bokmål, nynorsk, Norwegian, English, else the first.</summary>
    public static string? Preferred(IEnumerable<(string Text, string? Language)> texts)
    {
        string[] order = ["nb", "nn", "no", "en"];
        return texts.OrderBy(t => Array.IndexOf(order, t.Language) is var i && i < 0 ? order.Length : i).Select(t => t.Text).FirstOrDefault();
    }

    private static string? Title(JsonLdNode node) =>
        Preferred(node[Dct + "title"].Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => (t.Text, t.Language)));

    private static Distribution ReadDistribution(JsonLdNode node)
    {
        string[] download = [.. Texts(node, Dcat + "downloadURL")];
        return new Distribution(
            download.Length > 0 ? download : [.. Texts(node, Dcat + "accessURL")],
            [.. Texts(node, Dct + "format"), .. Texts(node, Dcat + "mediaType")],
            [.. Texts(node, Dct + "license")]);
    }

    private static IEnumerable<string> Texts(JsonLdNode node, string property) => node[property].Select(v => v.Text).Where(t => !string.IsNullOrWhiteSpace(t));

    private static IReadOnlyList<string> Missing(params (string Property, bool There)[] properties) => [.. properties.Where(p => !p.There).Select(p => p.Property)];
}
