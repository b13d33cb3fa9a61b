using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Shared.Domain;

/// <summary>How we write JSON everywhere: camelCase members and enum values, UTC ISO 8601 times, absent values as null.</summary>
public static class MonitorJson
{
    /// <summary>The options that API, files, blobs and queue messages share.</summary>
    public static JsonSerializerOptions Options { get; } = Create(indented: false);

    /// <summary>The same, indented for people.</summary>
    public static JsonSerializerOptions Indented { get; } = Create(indented: true);

    private static JsonSerializerOptions Create(bool indented)
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            WriteIndented = indented,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
