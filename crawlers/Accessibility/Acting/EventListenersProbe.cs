using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Reading;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>
/// Asks the browser's debugger for all listeners at once, handlers in attributes included: wrapping <c>addEventListener</c> would miss those,
/// and what listened before.
/// </summary>
internal sealed class EventListenersProbe : IProbe<EventListeners>
{
    private const int MostElements = 500;
    private const string Group = "listeners";
    private const string Tell = "function (told) { return this.nodeType === Node.ELEMENT_NODE ? told(this, null) : { selectors: [], html: '' }; }";
    private static readonly string[] Kinds = ["click", "dblclick", "contextmenu", "mouse", "pointer", "touch", "key", "focus", "blur", "drag", "wheel", "device", "change", "input"];

    /// <inheritdoc/>
    public async Task<EventListeners> MeasureAsync(IPage page, CancellationToken cancellation)
    {
        ICDPSession session = await page.Context.NewCDPSessionAsync(page).WaitAsync(cancellation);
        try
        {
            return await MeasureAsync(session).WaitAsync(cancellation);
        }
        finally
        {
            await session.DetachAsync();
        }
    }

    private static async Task<EventListeners> MeasureAsync(ICDPSession session)
    {
        string[] ids = await Task.WhenAll(ObjectAsync(session, "window"), ObjectAsync(session, "document"), ObjectAsync(session, PageReader.Told));
        (Listener[] ofWindow, Listener[] ofNodes) = (await ListenersAsync(session, ids[0], 1), await ListenersAsync(session, ids[1], -1));

        (int Node, string[] Types)[] nodes =
            [.. ofNodes.GroupBy(l => l.BackendNodeId).Select(g => (g.Key, Types(g)))];
        // Sent without waiting for each other.
        (Told? Told, string[] Types)[] told = await Task.WhenAll(nodes.Take(MostElements).Select(async n => (await TellAsync(session, n.Node, ids[2]), n.Types)));
        await SendAsync(session, "Runtime.releaseObjectGroup", new() { ["objectGroup"] = Group });
        return new EventListeners(
            told.Where(t => t.Told is { Selectors.Count: 0 }).SelectMany(t => t.Types).Concat(Types(ofWindow)).ToHashSet(),
            [.. told.Where(t => t.Told is { Selectors.Count: > 0 }).Select(t => new ListeningElement(new ElementAddress([t.Told!.Selectors]), t.Told.Html, t.Types))],
            nodes.Length <= MostElements);
    }

    private static string[] Types(IEnumerable<Listener> listeners) => [.. listeners.Select(l => l.Type).Distinct().Order(StringComparer.Ordinal)];

    private static async Task<string> ObjectAsync(ICDPSession session, string expression) =>
        ObjectId(await SendAsync(session, "Runtime.evaluate", new() { ["expression"] = expression, ["objectGroup"] = Group }), "result");

    private static async Task<Listener[]> ListenersAsync(ICDPSession session, string id, int depth)
    {
        JsonElement answer = await SendAsync(session, "DOMDebugger.getEventListeners", new() { ["objectId"] = id, ["depth"] = depth, ["pierce"] = true });
        Listener[] all = answer.GetProperty("listeners").Deserialize<Listener[]>(MonitorJson.Options) ?? [];
        return [.. all.Where(l => Kinds.Any(k => l.Type.StartsWith(k, StringComparison.Ordinal)))];
    }

    /// <summary>Names a node; null when it lies in a frame or has gone.</summary>
    private static async Task<Told?> TellAsync(ICDPSession session, int node, string told)
    {
        try
        {
            JsonElement found = await SendAsync(session, "DOM.resolveNode", new() { ["backendNodeId"] = node, ["objectGroup"] = Group });
            JsonElement answer = await SendAsync(session, "Runtime.callFunctionOn", new()
            {
                ["objectId"] = ObjectId(found, "object"),
                ["functionDeclaration"] = Tell,
                ["arguments"] = new[] { new Dictionary<string, string> { ["objectId"] = told } },
                ["returnByValue"] = true,
            });
            return answer.GetProperty("result").TryGetProperty("value", out JsonElement value) ? value.Deserialize<Told>(MonitorJson.Options) : null;
        }
        catch (PlaywrightException)
        {
            // Objects of a frame's world can't be handed to the page's function.
            return null;
        }
    }

    private static string ObjectId(JsonElement answer, string property) =>
        answer.GetProperty(property).TryGetProperty("objectId", out JsonElement id) ? id.GetString()! : throw new JsonException("The page's own scripts are in the way.");

    private static async Task<JsonElement> SendAsync(ICDPSession session, string method, Dictionary<string, object> parameters) =>
        await session.SendAsync(method, parameters) ?? throw new PlaywrightException($"{method} got no answer.");

    private sealed record Listener(string Type, int BackendNodeId);

    private sealed record Told(IReadOnlyList<string> Selectors, string Html);
}
