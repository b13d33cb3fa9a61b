using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>The resource service's <c>GET /v1/{type}/by-uri[/graph]?uri=</c>: JSON-LD for a graph, JSON for the rest.</summary>
internal static class ResourceStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Method != "GET" || request.Path.Trim('/').Split('/') is not ["v1", "datasets" or "services", "by-uri", .. var rest])
            return StubAnswer.NotFound;
        string uri = request.Query("uri");
        if (uri.Length == 0)
            return StubAnswer.Refused(400, "The request names no resource.");
        if (samples.Find(StubRegistry.Resources, uri[(uri.LastIndexOf('/') + 1)..]) is not { } sample)
            return StubAnswer.NotFound;
        bool isGraph = JsonNode.Parse(sample) is JsonObject document && document.ContainsKey("@graph");
        return (rest, isGraph) switch
        {
            (["graph"], true) => StubAnswer.Json(sample, "application/ld+json"),
            ([], false) => StubAnswer.Json(sample),
            _ => StubAnswer.NotFound,
        };
    }
}
