using System.Text.Json;

namespace Monitor.Shared.Domain;

/// <summary>Versioned data that ships inside an assembly as <c>*.data.json</c>.</summary>
public static class EmbeddedData
{
    /// <summary>Reads the file that stands beside a type, by the type's namespace.</summary>
    /// <exception cref="InvalidOperationException">The assembly was built without it, or it is empty.</exception>
    public static TData Read<TData>(Type beside, string file)
    {
        using Stream stream = beside.Assembly.GetManifestResourceStream(beside, file)
            ?? throw new InvalidOperationException($"{beside.Assembly.GetName().Name} lacks {file}.");
        return JsonSerializer.Deserialize<TData>(stream, MonitorJson.Options) ?? throw new InvalidOperationException($"{file} is empty.");
    }
}
