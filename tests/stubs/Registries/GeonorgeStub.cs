using System.Globalization;
using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>Geonorge's <c>GET /api/search</c>: facets match letter by letter, and an offset is a row counted from 1.</summary>
internal static class GeonorgeStub
{
    private static readonly Dictionary<string, string> Members = new()
    {
        ["organization"] = "Organization",
        ["type"] = "Type",
        ["nationalinitiative"] = "NationalInitiatives",
    };

    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Method != "GET" || request.Path != "/api/search")
            return StubAnswer.NotFound;
        JsonArray all = samples.Find(StubRegistry.Geonorge, "datasets") is { } datasets ? JsonNode.Parse(datasets)!.AsArray() : [];
        IEnumerable<JsonNode> found = all.OfType<JsonNode>();
        for (int i = 0; request.Query(Key(i, "name")) is { Length: > 0 } name; i++)
        {
            string value = request.Query(Key(i, "value"));
            if (Members.TryGetValue(name, out string? member))
                found = found.Where(d => Values(d, member).Contains(value));
        }
        JsonNode[] results = [.. found];
        int limit = int.TryParse(request.Query("limit"), out int asked) ? asked : 10;
        int offset = int.TryParse(request.Query("offset"), out int row) ? row : 1;
        return StubAnswer.Json(new JsonObject
        {
            ["NumFound"] = results.Length,
            ["Limit"] = limit,
            ["Offset"] = offset,
            ["Results"] = new JsonArray([.. results.Skip(offset - 1).Take(limit).Select(r => r.DeepClone())]),
            ["Facets"] = new JsonArray([.. Members.Select(m => Facet(m.Key, results.SelectMany(r => Values(r, m.Value))))]),
            ["Type"] = "search",
        }.ToJsonString());
    }

    private static string Key(int index, string member) => string.Create(CultureInfo.InvariantCulture, $"facets[{index}]{member}");

    private static IEnumerable<string> Values(JsonNode dataset, string member) => dataset[member] switch
    {
        JsonArray many => many.Select(v => v!.GetValue<string>()),
        JsonNode one => [one.GetValue<string>()],
        _ => [],
    };

    private static JsonObject Facet(string name, IEnumerable<string> values) => new JsonObject
    {
        ["FacetField"] = name,
        ["FacetResults"] = new JsonArray([.. values.CountBy(v => v).Select(v => new JsonObject { ["Name"] = v.Key, ["Count"] = v.Value })]),
    };
}
