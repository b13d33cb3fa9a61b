using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Shared.Domain;

/// <summary>Writes a domain value as its string, and reads it back through its own parser, so that no invalid value gets past JSON.</summary>
public sealed class ParsableJsonConverter<T> : JsonConverter<T> where T : IParsable<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), null, out T? value) ? value : throw new JsonException($"Not a valid {typeof(T).Name}.");

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
