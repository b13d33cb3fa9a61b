using System.Text.Json;

namespace Monitor.Crawlers.Registries.Resources;

/// <summary>What names mean in a document of JSON-LD: prefixes, terms, their types and languages. Contexts at other addresses are never fetched.</summary>
internal sealed class JsonLdContext
{
    private readonly Dictionary<string, JsonElement> definitions = new(StringComparer.Ordinal);
    private string? vocabulary;

    /// <summary>The language of plain text; null for none.</summary>
    public string? Language { get; private set; }

    /// <summary>Reads the context of a document's root.</summary>
    /// <exception cref="JsonLdException">It is not of the profile read here.</exception>
    public static JsonLdContext Read(JsonElement root)
    {
        var context = new JsonLdContext();
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("@context", out JsonElement element))
            context.Add(element);
        return context;
    }

    /// <summary>What a key is: a keyword, an absolute IRI, or null for a name that means nothing.</summary>
    public string? Expand(string name)
    {
        if (name.StartsWith('@'))
            return name;
        if (definitions.TryGetValue(name, out JsonElement definition))
            return IriOf(definition) is { } iri ? iri.StartsWith('@') || iri == name ? iri : ExpandIri(iri) : null;
        return name.Contains(':', StringComparison.Ordinal) ? ExpandIri(name) : vocabulary is null ? null : vocabulary + name;
    }

    /// <summary>An IRI written whole or with a prefix.</summary>
    public string ExpandIri(string iri)
    {
        int colon = iri.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || iri.AsSpan(colon + 1).StartsWith("//") || iri.StartsWith("_:", StringComparison.Ordinal))
            return iri;
        return definitions.TryGetValue(iri[..colon], out JsonElement prefix) && IriOf(prefix) is { } start && start != iri ? ExpandIri(start) + iri[(colon + 1)..] : iri;
    }

    /// <summary>Whether a term's plain values are IRIs.</summary>
    public bool IsReference(string name) => Member(name, "@type") is "@id" or "@vocab";

    /// <summary>The language of a term's plain values.</summary>
    public string? LanguageOf(string name) => Member(name, "@language") ?? Language;

    /// <summary>Whether a term's value is an object of texts by language.</summary>
    public bool IsLanguageMap(string name) => Member(name, "@container") == "@language";

    private string? Member(string name, string member) =>
        definitions.TryGetValue(name, out JsonElement definition) && definition.ValueKind == JsonValueKind.Object
        && definition.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private void Add(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement part in element.EnumerateArray())
                    Add(part);
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty entry in element.EnumerateObject())
                    Add(entry);
                break;
            case JsonValueKind.String:
                throw new JsonLdException("The document's context stands at another address.");
        }
    }

    private void Add(JsonProperty entry)
    {
        switch (entry.Name)
        {
            case "@vocab":
                vocabulary = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null;
                break;
            case "@language":
                Language = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null;
                break;
            case "@import" or "@propagate":
                throw new JsonLdException("The document's context is of a kind that is not read.");
            default:
                if (entry.Value.ValueKind == JsonValueKind.Object && entry.Value.EnumerateObject().Any(m => m.Name is "@reverse" or "@nest" or "@context"))
                    throw new JsonLdException("The document's context is of a kind that is not read.");
                definitions[entry.Name] = entry.Value;
                break;
        }
    }

    private static string? IriOf(JsonElement definition) => definition.ValueKind switch
    {
        JsonValueKind.String => definition.GetString(),
        JsonValueKind.Object when definition.TryGetProperty("@id", out JsonElement id) && id.ValueKind == JsonValueKind.String => id.GetString(),
        _ => null,
    };
}

/// <summary>A document is not of the profile read here. Caught where documents are read.</summary>
internal sealed class JsonLdException(string message) : Exception(message);
