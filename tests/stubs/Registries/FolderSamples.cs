using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>
/// Answers from a folder of recorded samples (the layout of MONITOR_TEST_DATA/registries/samples), read where it stands and never copied.
/// The recorded deleted unit has a made-up number that no check digit fits: it answers as <see cref="StubAgencies.Deleted"/>.
/// </summary>
public sealed class FolderSamples : ISampleSource
{
    private const string UnfitNumber = "123456789";
    private readonly string folder;
    private readonly Dictionary<string, string> units = [];
    private readonly Dictionary<string, string> organizations = [];
    private readonly Dictionary<string, string> datasets = [];

    /// <summary>Reads what has to be looked up by number or name.</summary>
    public FolderSamples(string folder)
    {
        this.folder = folder;
        foreach (JsonNode unit in Documents("enhetsregisteret").SelectMany(d => d["_embedded"]?["enheter"]?.AsArray().OfType<JsonNode>() ?? [d]))
            Keep(units, unit, "organisasjonsnummer");
        foreach (JsonNode organization in Documents("organization-catalog").SelectMany(d => d as IEnumerable<JsonNode?> ?? [d]).OfType<JsonNode>())
            Keep(organizations, organization, "organizationId");
        foreach (JsonNode dataset in Documents("fdk-resource", "dataset.*.json"))
            datasets[LastPart(dataset["uri"]!.GetValue<string>())] = dataset.ToJsonString();
    }

    /// <summary>The IRIs of the recorded datasets.</summary>
    public IEnumerable<string> Datasets => datasets.Values.Select(d => JsonNode.Parse(d)!["uri"]!.GetValue<string>());

    /// <inheritdoc/>
    public string? Find(StubRegistry registry, string name) => registry switch
    {
        StubRegistry.Enhetsregisteret => units.GetValueOrDefault(name),
        StubRegistry.OrganizationCatalog => organizations.GetValueOrDefault(name),
        StubRegistry.Sparql => FindSelect(name),
        StubRegistry.Search => new JsonArray(
            [.. Documents("fdk-search", $"search-{name}*.json").SelectMany(d => d["hits"]!.AsArray()).Select(h => h!.DeepClone())]).ToJsonString(),
        StubRegistry.Resources => datasets.GetValueOrDefault(name),
        StubRegistry.MetadataQuality => Read("fdk-mqa", "scores-response.json") is { } scores ? JsonNode.Parse(scores)!["scores"]!.ToJsonString() : null,
        StubRegistry.EInnsyn => name.StartsWith("enhet.", StringComparison.Ordinal)
            ? Read("einnsyn", $"enhet-list.orgnummer-{name[6..]}.composed.json")
            : Read("einnsyn", "search-journalpost.composed.json"),
        StubRegistry.Geonorge => FindGeodata(),
        StubRegistry.Doffin => Read("doffin", "search-response.composed.json") is { } notices ? JsonNode.Parse(notices)!["hits"]!.ToJsonString() : null,
        StubRegistry.PeppolDirectory => Read("peppol", $"directory-search.0192-{name}.json"),
        StubRegistry.Peppol => Read("peppol", $"smp-servicegroup.0192-{name}.composed.xml") ?? Read("peppol", $"smp-servicegroup.0192-{name}.no-invoice.composed.xml"),
        StubRegistry.Statements => Read("uustatus", "statement-page.composed.html"),
        StubRegistry.Sml => Read("peppol", "sml-naptr-vectors.json") is { } vectors && vectors.Contains($"\"{name.Split('.')[0]}", StringComparison.Ordinal) ? name : null,
        _ => null,
    };

    private string? FindSelect(string name)
    {
        string[] parts = name.Split('.');
        if (Read("fdk-sparql", $"select-{parts[0]}-by-orgnr.{parts[1]}.json") is { } recorded)
            return recorded;
        // The composed answer names its body only in its subjects.
        return Read("fdk-sparql", $"select-public-{parts[0]}-by-orgnr.composed.json") is { } text && text.Contains($"/catalogs/{parts[1]}/", StringComparison.Ordinal) ? text : null;
    }

    /// <summary>The recorded answer tells of which initiatives its one result is by its facets.</summary>
    private string? FindGeodata()
    {
        if (Read("geonorge", "kartkatalog-search.organization-kartverket.composed.json") is not { } text)
            return null;
        JsonNode answer = JsonNode.Parse(text)!;
        string[] initiatives = [.. answer["Facets"]!.AsArray().Single(f => f!["FacetField"]!.GetValue<string>() == "nationalinitiative")!["FacetResults"]!
            .AsArray().Select(r => r!["Name"]!.GetValue<string>())];
        JsonArray results = answer["Results"]!.DeepClone().AsArray();
        foreach (JsonNode? result in results)
            result!["NationalInitiatives"] = new JsonArray([.. initiatives.Select(i => JsonValue.Create(i))]);
        return results.ToJsonString();
    }

    private string? Read(string registry, string file)
    {
        string path = Path.Combine(folder, registry, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    private IEnumerable<JsonNode> Documents(string registry, string pattern = "*.json") =>
        Directory.EnumerateFiles(Path.Combine(folder, registry), pattern).Order(StringComparer.Ordinal).Select(f => JsonNode.Parse(File.ReadAllText(f))!);

    private static string LastPart(string uri) => uri[(uri.LastIndexOf('/') + 1)..];

    private static void Keep(Dictionary<string, string> index, JsonNode item, string number)
    {
        if (item is JsonObject && item[number]?.GetValue<string>() is { } key)
            index[key.Replace(UnfitNumber, StubAgencies.Deleted.OrgNumber, StringComparison.Ordinal)] =
                item.ToJsonString().Replace(UnfitNumber, StubAgencies.Deleted.OrgNumber, StringComparison.Ordinal);
    }
}
