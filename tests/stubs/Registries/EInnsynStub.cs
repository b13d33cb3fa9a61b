using System.Text.Json.Nodes;

namespace Monitor.Stubs.Registries;

/// <summary>eInnsyn's <c>GET /enhet?orgnummer=</c> and <c>GET /search</c>, which knows the filters on unit, kind, full text and first day.</summary>
internal static class EInnsynStub
{
    private const string Empty = """{"items":[],"next":null,"previous":null}""";

    public static StubAnswer Answer(StubRequest request, ISampleSource samples) => (request.Method, request.Path) switch
    {
        ("GET", "/enhet") => StubAnswer.Json(samples.Find(StubRegistry.EInnsyn, $"enhet.{request.Query("orgnummer")}") ?? Empty),
        ("GET", "/search") => Search(request, samples),
        _ => new StubAnswer(404, "application/json", """{"type":"notFound","message":"No such object."}"""),
    };

    private static StubAnswer Search(StubRequest request, ISampleSource samples)
    {
        if (request.Query("entity") != "Journalpost" || request.Query("fulltext") != "true")
            return StubAnswer.Refused(400, "This stub finds journal entries with full text only.");
        string from = request.Query("publisertDatoFrom");
        JsonArray items = JsonNode.Parse(samples.Find(StubRegistry.EInnsyn, $"journal.{request.Query("administrativEnhet")}") ?? Empty)!["items"]!.AsArray();
        JsonNode[] shown = [.. items
            .Where(i => string.CompareOrdinal(i!["publisertDato"]!.GetValue<string>(), from) >= 0)
            .OrderByDescending(i => i!["publisertDato"]!.GetValue<string>(), StringComparer.Ordinal)
            .Take(int.TryParse(request.Query("limit"), out int limit) ? limit : 25)
            .Select(i => i!.DeepClone())];
        return StubAnswer.Json(new JsonObject { ["items"] = new JsonArray(shown), ["next"] = null, ["previous"] = null }.ToJsonString());
    }
}
