using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>A document's markup, title and encoding at one moment.</summary>
/// <param name="Html">The markup, doctype included.</param>
/// <param name="Title">The title, its first 300 characters.</param>
/// <param name="Charset">The encoding that the browser read it in, by its name in the Encoding Standard.</param>
internal sealed record PageSource(string Html, string Title, string Charset)
{
    private static readonly string Script = EmbeddedScript.Read(typeof(PageSource), "source.js");

    /// <summary>Reads it, out of the reach of the page's scripts; null when there is more of it than the limits allow.</summary>
    /// <exception cref="PlaywrightException">The page went elsewhere, or nothing can be read from it.</exception>
    public static async Task<PageSource?> ReadAsync(IPage page, AuditLimits limits)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page);
        string frame = (await SendAsync(session, "Page.getFrameTree", [])).GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString()!;
        JsonElement world = await SendAsync(session, "Page.createIsolatedWorld", new() { ["frameId"] = frame, ["worldName"] = "monitor" });
        JsonElement answer = await SendAsync(session, "Runtime.evaluate", new()
        {
            ["expression"] = string.Create(CultureInfo.InvariantCulture, $"{Script}({limits.Elements}, {limits.Markup})"),
            ["contextId"] = world.GetProperty("executionContextId").GetInt32(),
            ["returnByValue"] = true,
        });
        await session.DetachAsync();
        if (answer.TryGetProperty("exceptionDetails", out _))
            throw new PlaywrightException("The document could not be read.");
        JsonElement value = answer.GetProperty("result").GetProperty("value");
        string Text(string name) => value.GetProperty(name).GetString()!;
        return value.ValueKind == JsonValueKind.Null ? null : new PageSource(Text("html"), Text("title"), Text("charset"));
    }

    private static async Task<JsonElement> SendAsync(ICDPSession session, string method, Dictionary<string, object> arguments) =>
        await session.SendAsync(method, arguments) ?? throw new PlaywrightException($"{method} had no answer.");
}
