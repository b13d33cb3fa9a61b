using System.Text;
using System.Text.Json;
using Monitor.Shared.Domain;
using Monitor.Shared.Scans;

namespace Monitor.Local.Commands.Scan;

/// <summary>Writes a result in the format asked for.</summary>
internal static class ScanOutput
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["table", "json", "csv", "earl"];

    /// <summary>The result as text.</summary>
    public static string Format(ScanResult result, string format) => format switch
    {
        "json" => JsonSerializer.Serialize(result, MonitorJson.Indented) + "\n",
        "csv" => CsvOutput.Write(result),
        "earl" => EarlOutput.Write(result),
        _ => TableOutput.Write(result),
    };

    /// <summary>Writes to a file that readers see whole or not at all.</summary>
    /// <returns>What went wrong; null when it is written.</returns>
    public static async Task<string?> TryWriteFileAsync(string path, string text)
    {
        string full = Path.GetFullPath(path);
        string draft = $"{full}.{Base32.Random(8)}.part";
        try
        {
            await File.WriteAllTextAsync(draft, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CancellationToken.None);
            File.Move(draft, full, overwrite: true);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(draft))
                File.Delete(draft);
            return $"'{path}' could not be written: {e.Message}";
        }
    }
}
