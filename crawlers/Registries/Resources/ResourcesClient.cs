using System.Net;
using System.Text.Json;
using Monitor.Crawlers.Registries.Catalogue;
using Monitor.Crawlers.Registries.Http;

namespace Monitor.Crawlers.Registries.Resources;

/// <summary>
/// <c>GET /v1/{type}/by-uri/graph</c> as JSON-LD, which has every property; where that has no answer to use, <c>GET /v1/{type}/by-uri</c>, which is plain JSON.
/// </summary>
internal sealed class ResourcesClient(RegistryHttp http)
{
    /// <summary>How one dataset or service is described; absent when the catalogue does not know it.</summary>
    public async Task<RegistryAnswer<Description>> FindAsync(CatalogueKind kind, string uri, CancellationToken cancellation)
    {
        string type = kind == CatalogueKind.Datasets ? "datasets" : "services";
        string query = "?uri=" + Uri.EscapeDataString(uri);
        RegistryReply graph = await http.GetAsync(ResourcesRegistry.Definition, $"/v1/{type}/by-uri/graph{query}", "application/ld+json", cancellation);
        RegistryAnswer<Description> described = Answer(graph, answered => ReadGraph(kind, uri, answered));
        if (described is RegistryAnswer<Description>.Found || graph is RegistryReply.Failed || kind == CatalogueKind.Services)
            return described;

        RegistryReply plain = await http.GetAsync(ResourcesRegistry.Definition, $"/v1/{type}/by-uri{query}", "application/json", cancellation);
        RegistryAnswer<Description> second = Answer(plain, answered => ReadPlain(uri, answered));
        return second is RegistryAnswer<Description>.Found ? second : described;
    }

    private static RegistryAnswer<Description> Answer(RegistryReply reply, Func<RegistryReply.Answered, RegistryAnswer<Description>> read) =>
        reply is RegistryReply.Answered { Status: HttpStatusCode.NotFound } ? new RegistryAnswer<Description>.Absent() : RegistryAnswer<Description>.Of(reply, read);

    private static RegistryAnswer<Description> ReadGraph(CatalogueKind kind, string uri, RegistryReply.Answered answered)
    {
        if (answered.MediaType is { } type && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            return RegistryAnswer<Description>.Malformed($"The answer is {type}, not JSON-LD.");
        if (!JsonLdGraph.TryRead(answered.Body, out JsonLdGraph? graph, out string? why))
            return RegistryAnswer<Description>.Malformed(why);
        if (graph.Find(uri) is not { } node)
            return RegistryAnswer<Description>.Malformed("The answer is not about the resource asked for.");
        return new RegistryAnswer<Description>.Found(
            kind == CatalogueKind.Datasets ? GraphDescriptions.OfDataset(graph, node) : GraphDescriptions.OfService(graph, node));
    }

    private static RegistryAnswer<Description> ReadPlain(string uri, RegistryReply.Answered answered)
    {
        if (!answered.TryRead(out PlainDataset? dataset, out string? why))
            return RegistryAnswer<Description>.Malformed(why);
        return dataset.Uri == uri
            ? new RegistryAnswer<Description>.Found(dataset.Describe(uri))
            : RegistryAnswer<Description>.Malformed("The answer is not about the resource asked for.");
    }

    /// <summary>The members we read of a dataset's plain JSON; what is missing is null there.</summary>
    private sealed record PlainDataset(
        string? Uri, Dictionary<string, string?>? Title, Dictionary<string, string?>? Description, JsonElement? Publisher,
        IReadOnlyList<JsonElement>? ContactPoint, IReadOnlyList<PlainCode>? Theme, IReadOnlyList<string>? ThemeUris, IReadOnlyList<PlainDistribution>? Distribution)
    {
        public Description Describe(string uri)
        {
            IEnumerable<string> themes = [.. (Theme ?? []).Select(t => t.Uri ?? t.Code ?? ""), .. ThemeUris ?? []];
            List<string> missing = [];
            Note("dct:title", Says(Title));
            Note("dct:description", Says(Description));
            Note("dcat:theme", themes.Any(t => t.StartsWith(GraphDescriptions.DataThemes, StringComparison.Ordinal) || !t.Contains('/', StringComparison.Ordinal) && t.Length > 0));
            Note("dct:publisher", Publisher is { ValueKind: JsonValueKind.Object });
            Note("dcat:contactPoint", ContactPoint is { Count: > 0 });
            return new Description(
                uri, Title is null ? null : GraphDescriptions.Preferred(Title.Where(t => !string.IsNullOrWhiteSpace(t.Value)).Select(t => (t.Value!, (string?)t.Key))),
                missing, [.. (Distribution ?? []).Select(d => d.Read())], []);

            void Note(string property, bool there)
            {
                if (!there)
                    missing.Add(property);
            }
        }

        private static bool Says(Dictionary<string, string?>? texts) => texts?.Values.Any(t => !string.IsNullOrWhiteSpace(t)) == true;
    }

    private sealed record PlainDistribution(
        IReadOnlyList<string>? AccessURL, IReadOnlyList<string>? DownloadURL, IReadOnlyList<PlainCode>? FdkFormat, IReadOnlyList<PlainCode>? MediaType,
        IReadOnlyList<PlainCode>? License)
    {
        public Distribution Read() => new(
            DownloadURL is { Count: > 0 } download ? download : AccessURL ?? [], [.. Codes(FdkFormat), .. Codes(MediaType)], [.. Codes(License)]);

        private static IEnumerable<string> Codes(IReadOnlyList<PlainCode>? codes) => (codes ?? []).Select(c => c.Uri ?? c.Code ?? c.Name).OfType<string>();
    }

    private sealed record PlainCode(string? Uri, string? Code, [property: System.Text.Json.Serialization.JsonConverter(typeof(TextOrNothing))] string? Name);

    /// <summary>A member that is text in some places and an object in others: only text is read.</summary>
    private sealed class TextOrNothing : System.Text.Json.Serialization.JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
                return reader.GetString();
            reader.Skip();
            return null;
        }

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
