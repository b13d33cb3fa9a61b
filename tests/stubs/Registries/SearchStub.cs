using System.Text.Json;
using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>
/// The search's <c>POST /search/{type}</c>. The filter <c>orgPath</c> is a path hierarchy: a value matches only as a full prefix from the root,
/// then also everything beneath it. Pages are counted from 0.
/// </summary>
internal static class SearchStub
{
    private static readonly string[] OtherTypes =
        ["data-services", "concepts", "information-models", "events", "services-and-events", "public-services-and-events"];

    public static StubAnswer Answer(StubRequest request, ISampleSource samples)
    {
        if (request.Method != "POST")
            return StubAnswer.Refused(405, "The search is asked by POST.");
        if (request.Path.Trim('/').Split('/') is not ["search", var type])
            return StubAnswer.NotFound;
        if (type is not ("datasets" or "services") && !OtherTypes.Contains(type))
            return StubAnswer.NotFound;
        if (!request.ContentType.StartsWith("application/json", StringComparison.Ordinal))
            return StubAnswer.Refused(415, "The body is JSON.");

        JsonNode? body;
        string? orgPath;
        int page, size;
        try
        {
            body = JsonNode.Parse(request.Body);
            orgPath = body?["filters"]?["orgPath"]?["value"]?.GetValue<string>();
            page = body?["pagination"]?["page"]?.GetValue<int>() ?? 0;
            size = body?["pagination"]?["size"]?.GetValue<int>() ?? 10;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return StubAnswer.Refused(400, "The body does not follow the contract.");
        }

        JsonArray all = samples.Find(StubRegistry.Search, type) is { } hits ? JsonNode.Parse(hits)!.AsArray() : [];
        JsonNode[] matching = [.. all.Where(h => orgPath is null || Beneath(h?["organization"]?["orgPath"]?.GetValue<string>(), orgPath)).Select(h => h!)];
        JsonNode[] shown = [.. matching.Skip(page * size).Take(size).Select(h => h.DeepClone())];
        return StubAnswer.Json(new JsonObject
        {
            ["hits"] = new JsonArray([.. shown]),
            ["aggregations"] = new JsonObject { ["orgPath"] = new JsonArray() },
            ["page"] = new JsonObject
            {
                ["currentPage"] = page,
                ["size"] = shown.Length,
                ["totalElements"] = matching.Length,
                ["totalPages"] = (matching.Length + size - 1) / size,
            },
        }.ToJsonString());
    }

    private static bool Beneath(string? path, string prefix) =>
        path is not null && (path == prefix || path.StartsWith(prefix + "/", StringComparison.Ordinal));
}
