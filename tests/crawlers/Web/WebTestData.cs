using System.Text.Json;
using Xunit;

namespace Monitor.Crawlers.Tests.Web;

/// <summary>The folder <c>web</c> of the outside test material; a test that wants it is not run without it.</summary>
internal static class WebTestData
{
    public static IReadOnlyList<JsonElement> Cases(string file)
    {
        string? folder = Environment.GetEnvironmentVariable("MONITOR_TEST_DATA");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "not run: MONITOR_TEST_DATA names no folder");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder!, "web", file)));
        return [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone())];
    }

    public static string? Text(this JsonElement element, string member) =>
        element.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
