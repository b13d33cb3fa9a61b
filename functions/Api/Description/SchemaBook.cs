using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Monitor.Shared.Domain;

namespace Monitor.Functions.Api.Description;

/// <summary>JSON Schemas (2020-12) of the types that the API sends, each written once.</summary>
internal sealed class SchemaBook
{
    private static readonly HashSet<Type> Texts = [typeof(OrgNumber), typeof(SolutionId), typeof(ScanId)];

    private static readonly JsonSchemaExporterOptions Options = new()
    {
        TreatNullObliviousAsNonNullable = true,
        // Types with a converter of ours are opaque to the exporter.
        TransformSchemaNode = (context, schema) => Texts.Contains(Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type)
            ? new JsonObject { ["type"] = "string" }
            : schema,
    };

    private readonly SortedDictionary<string, JsonNode> schemas = new(StringComparer.Ordinal);

    /// <summary>A reference to a type's schema, which is written if it is new.</summary>
    public JsonObject Reference(Type type)
    {
        string name = NameOf(type);
        if (!schemas.ContainsKey(name))
        {
            JsonNode schema = MonitorJson.Options.GetJsonSchemaAsNode(type, Options);
            schemas[name] = Inline(schema, schema);
        }
        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    /// <summary>All of them.</summary>
    public JsonObject ToJson() => new(schemas.Select(s => KeyValuePair.Create<string, JsonNode?>(s.Key, s.Value)));

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.GetGenericArguments()[0].Name}List"
        : type.Name;

    /// <summary>The exporter points at what it has written before from the schema's own root; inside another document that leads nowhere.</summary>
    private static JsonNode Inline(JsonNode node, JsonNode root)
    {
        switch (node)
        {
            case JsonObject json when (string?)json["$ref"] is { } pointer:
                JsonNode target = pointer.Split('/').Skip(1).Aggregate(
                    root, (at, step) => at is JsonArray array ? array[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : at[step]!);
                return Inline(target, root);
            case JsonObject json:
                return new JsonObject(json.Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Inline(m.Value, root))));
            case JsonArray array:
                return new JsonArray([.. array.Select(item => item is null ? null : Inline(item, root))]);
            default:
                return node.DeepClone();
        }
    }
}
