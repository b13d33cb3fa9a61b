using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Monitor.Crawlers.Registries.Resources;

/// <summary>
/// A graph out of JSON-LD as the catalogue writes it: one context in the document, expanded, flattened or nested nodes, @graph, @set, @list and language maps.
/// Not read: contexts elsewhere or within nodes, @reverse, @nest, @included, indexes and scoped contexts (docs/registries.md).
/// </summary>
internal sealed class JsonLdGraph
{
    private const int MaxNodes = 20_000;
    private readonly Dictionary<string, JsonLdNode> nodes = new(StringComparer.Ordinal);
    private readonly JsonLdContext context;
    private int blank;

    private JsonLdGraph(JsonLdContext context) => this.context = context;

    /// <summary>The node of an IRI; null when the graph has none.</summary>
    public JsonLdNode? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>Reads a document; false with the reason when it is none, or not of the profile.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> document, [NotNullWhen(true)] out JsonLdGraph? graph, [NotNullWhen(false)] out string? why)
    {
        graph = null;
        why = null;
        try
        {
            using JsonDocument json = JsonDocument.Parse(document);
            var read = new JsonLdGraph(JsonLdContext.Read(json.RootElement));
            read.Add(json.RootElement);
            if (read.nodes.Count > 0)
                graph = read;
            else
                why = "The document holds no node.";
        }
        catch (JsonException)
        {
            why = document.IsEmpty ? "The answer is empty." : "The answer is no JSON.";
        }
        catch (JsonLdException e)
        {
            why = e.Message;
        }
        return graph is not null;
    }

    private void Add(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement part in element.EnumerateArray())
                Add(part);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("@graph", out JsonElement graph))
                Add(graph);
            else
                AddNode(element);
        }
    }

    private string? AddNode(JsonElement element)
    {
        (string? id, bool says) = Identify(element);
        if (!says)
            return id;
        id ??= string.Create(CultureInfo.InvariantCulture, $"_:monitor{blank++}");
        if (!nodes.TryGetValue(id, out JsonLdNode? node))
            nodes[id] = node = new JsonLdNode(id);
        if (nodes.Count > MaxNodes)
            throw new JsonLdException("The document holds more nodes than are read.");
        foreach (JsonProperty member in element.EnumerateObject())
        {
            switch (context.Expand(member.Name))
            {
                case "@type":
                    foreach (string type in Strings(member.Value))
                        node.Types.Add(context.Expand(type) ?? type);
                    break;
                case "@reverse" or "@nest" or "@included":
                    throw new JsonLdException("The document uses a keyword that is not read.");
                case { } property when !property.StartsWith('@'):
                    AddValues(node, property, member.Name, member.Value);
                    break;
            }
        }
        return id;
    }

    private (string? Id, bool Says) Identify(JsonElement element)
    {
        string? id = null;
        bool says = false;
        foreach (JsonProperty member in element.EnumerateObject())
        {
            if (context.Expand(member.Name) == "@id" && member.Value.ValueKind == JsonValueKind.String)
                id = context.ExpandIri(member.Value.GetString()!);
            else if (member.Name != "@context")
                says = true;
        }
        return (id, says);
    }

    private void AddValues(JsonLdNode node, string property, string term, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement part in value.EnumerateArray())
                    AddValues(node, property, term, part);
                break;
            case JsonValueKind.Object:
                AddObject(node, property, term, value);
                break;
            case JsonValueKind.String when context.IsReference(term):
                node.Add(property, new JsonLdValue(context.ExpandIri(value.GetString()!), true, null));
                break;
            case JsonValueKind.String:
                node.Add(property, new JsonLdValue(value.GetString()!, false, context.LanguageOf(term)));
                break;
            case JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False:
                node.Add(property, new JsonLdValue(value.GetRawText(), false, null));
                break;
        }
    }

    private void AddObject(JsonLdNode node, string property, string term, JsonElement value)
    {
        if (Member(value, "@value") is { } literal)
            node.Add(property, new JsonLdValue(literal.ToString(), false, Member(value, "@language")?.GetString()));
        else if ((Member(value, "@list") ?? Member(value, "@set")) is { } items)
            AddValues(node, property, term, items);
        else if (context.IsLanguageMap(term))
            AddTexts(node, property, value);
        else if (AddNode(value) is { } id)
            node.Add(property, new JsonLdValue(id, true, null));
    }

    private static void AddTexts(JsonLdNode node, string property, JsonElement map)
    {
        foreach (JsonProperty entry in map.EnumerateObject())
        {
            foreach (string text in Strings(entry.Value))
                node.Add(property, new JsonLdValue(text, false, entry.Name));
        }
    }

    private JsonElement? Member(JsonElement element, string keyword) =>
        element.EnumerateObject().Where(m => context.Expand(m.Name) == keyword).Select(m => (JsonElement?)m.Value).FirstOrDefault();

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        _ => [],
    };
}
