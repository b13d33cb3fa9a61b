using System.Text.Json;
using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Templates;
using Monitor.Shared.Domain;

namespace Monitor.Crawlers.Accessibility.Checks.Reading;

/// <summary>Runs a check's script once in each frame that is shown, cross-origin ones included, and changes nothing there.</summary>
internal static class PageReader
{
    private static readonly string Common = EmbeddedScript.Read(typeof(PageReader), "reading.js");

    /// <summary>An expression whose value is <c>told</c>, for those who come to elements by another way.</summary>
    public static string Told { get; } = $"({Common})().told";

    /// <summary>A function without arguments, out of one of what <c>reading.js</c> offers.</summary>
    public static string Call(string script) => $"() => ({script})(({Common})())";

    /// <summary>Reads the page.</summary>
    /// <param name="page">The page, axe's script already in its frames.</param>
    /// <param name="script">A function of what <c>reading.js</c> offers and of the argument, to a list of what <c>told</c> makes.</param>
    /// <param name="argument">What the script is given.</param>
    /// <exception cref="PlaywrightException">The page itself could not be read.</exception>
    /// <exception cref="JsonException">Its own scripts are in the way.</exception>
    public static async Task<PageReading<TItem>> ReadAsync<TItem>(IPage page, string script, object? argument = null)
    {
        var elements = new List<ReadElement<TItem>>();
        bool missed = false;
        string call = $"async (json) => {{ const reading = ({Common})(); try {{ return JSON.stringify(await ({script})(reading, JSON.parse(json))); }} finally {{ reading.free(); }} }}";
        string given = JsonSerializer.Serialize(argument, MonitorJson.Options);

        await ReadFrameAsync(page.MainFrame, []);
        return new PageReading<TItem>(elements, missed);

        async Task ReadFrameAsync(IFrame frame, IReadOnlyList<IReadOnlyList<string>> way)
        {
            elements.AddRange(Read<TItem>(await frame.EvaluateAsync<string?>(call, given), way));
            foreach (IFrame child in frame.ChildFrames.Where(f => !f.IsDetached))
            {
                try
                {
                    if (await OwnerAsync(child) is { } owner)
                        await ReadFrameAsync(child, [.. way, owner]);
                }
                catch (Exception e) when (e is PlaywrightException or JsonException)
                {
                    // It navigated or went meanwhile, axe did not get into it, or its own scripts are in the way.
                    missed = true;
                }
            }
        }
    }

    /// <summary>Reads a list of what <c>told</c> makes. The script runs among the page's own, which may have put theirs in the place of what it uses.</summary>
    /// <exception cref="JsonException">They have.</exception>
    public static ReadElement<TItem>[] Read<TItem>(string? answer, IReadOnlyList<IReadOnlyList<string>> way)
    {
        ToldElement<TItem>?[] all = JsonSerializer.Deserialize<ToldElement<TItem>?[]>(answer ?? "null", MonitorJson.Options) ?? [null];
        if (all.Any(t => t is not { Selectors.Count: > 0, Html: not null, Item: not null } || t.Selectors.Any(s => s is null)))
            throw new JsonException("The page tampered with what was read in it.");
        return [.. all.OfType<ToldElement<TItem>>().Select(t => new ReadElement<TItem>(t.Item, new ElementAddress([.. way, t.Selectors]), t.Html))];
    }

    /// <summary>Selectors of the element that holds a frame; null where nobody sees it.</summary>
    private static async Task<string[]?> OwnerAsync(IFrame frame)
    {
        await using IElementHandle owner = await frame.FrameElementAsync();
        return await owner.EvaluateAsync<string[]?>($"element => {{ const reading = ({Common})(); return reading.perceivable(element) ? reading.selectorsOf(element) : null; }}");
    }

    /// <summary>As <c>told</c> in the script writes it.</summary>
    private sealed record ToldElement<TItem>(IReadOnlyList<string> Selectors, string Html, TItem Item);
}
