using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Templates;

/// <summary>
/// Describes reported elements while the page is still open: one evaluation a frame, whatever the number of elements.
/// An element that can't be found any more is described from the markup the check saw.
/// </summary>
internal static class ElementDescriber
{
    private static readonly string Script = EmbeddedScript.Read(typeof(ElementDescriber), "describe.js");

    /// <summary>Descriptions in the order of the elements.</summary>
    public static async Task<IReadOnlyList<ElementDescription>> DescribeAsync(IPage page, IReadOnlyList<ElementObservation> elements)
    {
        var described = new ElementDescription[elements.Count];
        await DescribeInAsync(page.MainFrame, page.MainFrame, "", 0, [.. elements.Index()], described);
        return described;
    }

    /// <summary>Describes what lies in this frame and goes on into the frames below it.</summary>
    /// <param name="frame">The frame; null when it could not be reached.</param>
    /// <param name="top">The page's own frame, in which markup is parsed when the element's frame is gone.</param>
    /// <param name="prefix">The path to the frame.</param>
    /// <param name="depth">How many frames are around it.</param>
    /// <param name="elements">Elements in it or below it, with their places in the answer.</param>
    /// <param name="described">The answer.</param>
    private static async Task DescribeInAsync(
        IFrame? frame, IFrame top, string prefix, int depth, IReadOnlyList<(int Index, ElementObservation Item)> elements, ElementDescription[] described)
    {
        (int Index, ElementObservation Item)[] here = [.. elements.Where(e => frame is null || e.Item.Address.Frames.Count == depth + 1)];
        var below = elements.Except(here).GroupBy(e => string.Join(ElementAddress.Separator, e.Item.Address.Frames[depth])).ToArray();

        Request[] requests =
        [
            .. here.Select(e => new Request(frame is null ? [] : e.Item.Address.Inner, e.Item.Html)),
            .. below.Select(g => new Request(g.First().Item.Address.Frames[depth], "<iframe>")),
        ];
        ElementDescription[] answers = await EvaluateAsync(frame, top, requests);

        for (int i = 0; i < here.Length; i++)
            described[here[i].Index] = answers[i] with { Path = prefix + answers[i].Path };
        for (int i = 0; i < below.Length; i++)
        {
            IFrame? child = await FrameFinder.ChildAsync(frame!, below[i].First().Item.Address.Frames[depth]);
            await DescribeInAsync(child, top, prefix + answers[here.Length + i].Path + ElementAddress.Separator, depth + 1, [.. below[i]], described);
        }
    }

    private static async Task<ElementDescription[]> EvaluateAsync(IFrame? frame, IFrame top, Request[] requests)
    {
        if (requests.Length == 0)
            return [];
        if (frame is not null && frame != top)
        {
            try
            {
                return await EvaluateAsync(frame, requests);
            }
            catch (PlaywrightException)
            {
                // The frame navigated or went while the page was judged.
            }
        }
        return await EvaluateAsync(top, frame == top ? requests : [.. requests.Select(r => r with { Selectors = [] })]);
    }

    private static async Task<ElementDescription[]> EvaluateAsync(IFrame frame, Request[] requests)
    {
        string answer = await frame.EvaluateAsync<string>(Script, JsonSerializer.Serialize(requests, MonitorJson.Options));
        ElementDescription?[] described = JsonSerializer.Deserialize<ElementDescription?[]>(answer, MonitorJson.Options) ?? [];
        // The script runs among the page's own, which may have put theirs in the place of what it uses.
        if (described.Length != requests.Length || described.Any(d => d is not { Path: not null, Snippet: not null }))
            throw new JsonException("The page tampered with the description of its elements.");
        return [.. described.OfType<ElementDescription>().Select(d => d.Shortened())];
    }

    /// <summary>One element to describe.</summary>
    /// <param name="Selectors">Through shadow roots to the element; empty when only the markup is left.</param>
    /// <param name="Html">The markup.</param>
    private sealed record Request(IReadOnlyList<string> Selectors, string Html);
}
