using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>The quality scores' <c>POST /api/scores</c>: one string that is no IRI fails the whole request, and unknown ones are left out.</summary>
internal static class QualityStub
{
    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Method != "POST" || request.Path != "/api/scores")
            return StubAnswer.NotFound;
        string[] asked;
        try
        {
            asked = [.. JsonNode.Parse(request.Body)!["datasets"]!.AsArray().Select(d => d!.GetValue<string>())];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException)
        {
            return StubAnswer.Refused(400, "The body does not follow the contract.");
        }
        if (asked.Any(a => !Uri.TryCreate(a, UriKind.Absolute, out _)))
            return StubAnswer.Refused(400, "One of the datasets is no URI.");
        JsonObject all = samples.Find(StubRegistry.MetadataQuality, "scores") is { } scores ? JsonNode.Parse(scores)!.AsObject() : [];
        return StubAnswer.Json(new JsonObject
        {
            ["scores"] = new JsonObject(asked.Distinct().Where(all.ContainsKey).Select(a => KeyValuePair.Create(a, all[a]?.DeepClone()))),
            ["aggregations"] = new JsonArray(),
        }.ToJsonString());
    }
}
