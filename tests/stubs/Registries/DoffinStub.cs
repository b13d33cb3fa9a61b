using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>Doffin's <c>GET /public/v2/search</c>: 401 without the key, and a search over everything a notice says.</summary>
internal static class DoffinStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Key != StubRegistries.DoffinKey)
            return new StubAnswer(401, "application/json", """{"statusCode":401,"message":"Access denied due to missing subscription key."}""");
        if (request.Method != "GET" || request.Path != "/public/v2/search")
            return StubAnswer.NotFound;
        JsonArray all = samples.Find(StubRegistry.Doffin, "notices") is { } notices ? JsonNode.Parse(notices)!.AsArray() : [];
        JsonNode[] hits = [.. all.Where(h => h!.ToJsonString().Replace(" ", "", StringComparison.Ordinal).Contains(request.Query("searchString"), StringComparison.Ordinal)).Select(h => h!.DeepClone())];
        return StubAnswer.Json(
            new JsonObject { ["numHitsTotal"] = hits.Length, ["numHitsAccessible"] = hits.Length, ["hits"] = new JsonArray(hits) }.ToJsonString());
    }
}
