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
        string given = JsonSerializer.Serialize(argument, MonitorJson.Options);
        (IReadOnlyList<ShownFrame> frames, bool missed) = await FramesAsync(page);
        foreach (ShownFrame frame in frames)
        {
            try
            {
                elements.AddRange(Read<TItem>(await frame.Frame.EvaluateAsync<string?>(Calling(script), given), frame.Way));
            }
            catch (Exception e) when (frame.Way.Count > 0 && e is PlaywrightException or JsonException)
            {
                // It navigated or went meanwhile, axe did not get into it, or its own scripts are in the way.
                missed = true;
            }
        }
        return new PageReading<TItem>(elements, missed);
    }

    /// <summary>Reads the page itself, without what is in its frames.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<PageReading<TItem>> ReadMainAsync<TItem>(IPage page, string script, object? argument = null) =>
        new(Trust(await AskAsync<ToldElement<TItem>?[]>(page, script, argument), []), false);

    /// <summary>What a script answers in the page's own frame.</summary>
    /// <exception cref="PlaywrightException">The page could not be asked.</exception>
    /// <exception cref="JsonException">Its own scripts are in the way.</exception>
    public static async Task<T> AskAsync<T>(IPage page, string script, object? argument = null) where T : class =>
        JsonSerializer.Deserialize<T>(await page.EvaluateAsync<string?>(Calling(script), JsonSerializer.Serialize(argument, MonitorJson.Options)) ?? "null", MonitorJson.Options)
        ?? throw new JsonException("The page tampered with what was asked of it.");

    /// <summary>A call, for one frame, of a function of what <c>reading.js</c> offers and of a JSON argument; it answers in JSON.</summary>
    public static string Calling(string script) =>
        $"async (json) => {{ const reading = ({Common})(); try {{ return JSON.stringify(await ({script})(reading, JSON.parse(json)) ?? null); }} finally {{ reading.free(); }} }}";

    /// <summary>The page's own frame and those in it that are shown, and whether some could not be asked.</summary>
    public static async Task<(IReadOnlyList<ShownFrame> Frames, bool Missed)> FramesAsync(IPage page)
    {
        var frames = new List<ShownFrame>();
        bool missed = false;
        await AddAsync(new ShownFrame(page.MainFrame, []));
        return (frames, missed);

        async Task AddAsync(ShownFrame frame)
        {
            frames.Add(frame);
            foreach (IFrame child in frame.Frame.ChildFrames.Where(f => !f.IsDetached))
            {
                try
                {
                    if (await OwnerAsync(child) is { } owner)
                        await AddAsync(new ShownFrame(child, [.. frame.Way, owner]));
                }
                catch (PlaywrightException)
                {
                    missed = true;
                }
            }
        }
    }

    /// <summary>Reads a list of what <c>told</c> makes.</summary>
    /// <exception cref="JsonException">It is not whole.</exception>
    public static ReadElement<TItem>[] Read<TItem>(string? answer, IReadOnlyList<IReadOnlyList<string>> way) =>
        Trust(JsonSerializer.Deserialize<ToldElement<TItem>?[]>(answer ?? "null", MonitorJson.Options), way);

    /// <summary>What a script told of elements, once it is sure to be whole: it runs among the page's own, which may have put theirs in the place of what it uses.</summary>
    /// <exception cref="JsonException">It is not.</exception>
    public static ReadElement<TItem>[] Trust<TItem>(IReadOnlyList<ToldElement<TItem>?>? told, IReadOnlyList<IReadOnlyList<string>> way)
    {
        if (told is null || told.Any(t => t is not { Selectors.Count: > 0, Html: not null, Item: not null } || t.Selectors.Any(s => s is null)))
            throw new JsonException("The page tampered with what was read in it.");
        return [.. told.OfType<ToldElement<TItem>>().Select(t => new ReadElement<TItem>(t.Item, new ElementAddress([.. way, t.Selectors]), t.Html))];
    }

    /// <summary>Selectors of the element that holds a frame; null where nobody sees it.</summary>
    private static async Task<string[]?> OwnerAsync(IFrame frame)
    {
        await using IElementHandle owner = await frame.FrameElementAsync();
        return await owner.EvaluateAsync<string[]?>($"element => {{ const reading = ({Common})(); return reading.perceivable(element) ? reading.selectorsOf(element) : null; }}");
    }
}

/// <summary>An element as <c>told</c> in a script writes it.</summary>
internal sealed record ToldElement<TItem>(IReadOnlyList<string> Selectors, string Html, TItem Item);

/// <summary>A frame that is shown.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Way">The selectors of the frames around it, from the outermost in.</param>
internal sealed record ShownFrame(IFrame Frame, IReadOnlyList<IReadOnlyList<string>> Way);
