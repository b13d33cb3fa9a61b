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

    /// <summary>Reads what has to be looked up by number.</summary>
    public FolderSamples(string folder)
    {
        this.folder = folder;
        foreach (JsonNode unit in Documents("enhetsregisteret").SelectMany(d => d["_embedded"]?["enheter"]?.AsArray().OfType<JsonNode>() ?? [d]))
            Keep(units, unit, "organisasjonsnummer");
        foreach (JsonNode organization in Documents("organization-catalog").SelectMany(d => d as IEnumerable<JsonNode?> ?? [d]).OfType<JsonNode>())
            Keep(organizations, organization, "organizationId");
    }

    /// <inheritdoc/>
    public string? Find(StubRegistry registry, string name) => registry switch
    {
        StubRegistry.Enhetsregisteret => units.GetValueOrDefault(name),
        StubRegistry.OrganizationCatalog => organizations.GetValueOrDefault(name),
        StubRegistry.Sparql => FindSelect(name),
        StubRegistry.Search => new JsonArray(
            [.. Documents("fdk-search", $"search-{name}*.json").SelectMany(d => d["hits"]!.AsArray()).Select(h => h!.DeepClone())]).ToJsonString(),
        _ => null,
    };

    private string? FindSelect(string name)
    {
        string[] parts = name.Split('.');
        string file = Path.Combine(folder, "fdk-sparql", $"select-{parts[0]}-by-orgnr.{parts[1]}.json");
        if (File.Exists(file))
            return File.ReadAllText(file);
        // The composed answer names its body only in its subjects.
        string composed = Path.Combine(folder, "fdk-sparql", $"select-public-{parts[0]}-by-orgnr.composed.json");
        return File.Exists(composed) && File.ReadAllText(composed) is { } text && text.Contains($"/catalogs/{parts[1]}/", StringComparison.Ordinal) ? text : null;
    }

    private IEnumerable<JsonNode> Documents(string registry, string pattern = "*.json") =>
        Directory.EnumerateFiles(Path.Combine(folder, registry), pattern).Order(StringComparer.Ordinal).Select(f => JsonNode.Parse(File.ReadAllText(f))!);

    private static void Keep(Dictionary<string, string> index, JsonNode item, string number)
    {
        if (item is JsonObject && item[number]?.GetValue<string>() is { } key)
            index[key.Replace(UnfitNumber, StubAgencies.Deleted.OrgNumber, StringComparison.Ordinal)] =
                item.ToJsonString().Replace(UnfitNumber, StubAgencies.Deleted.OrgNumber, StringComparison.Ordinal);
    }
}
