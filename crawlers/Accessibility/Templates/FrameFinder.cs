using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Templates;

/// <summary>Finds frames and elements by address, cross-origin frames included: the browser's driver reaches into those too.</summary>
internal static class FrameFinder
{
    // Resolves selectors through open shadow roots; null when a step is gone.
    private const string Resolve = """
        selectors => selectors.reduce((root, selector, i) => {
          const found = root?.querySelector(selector);
          return i < selectors.length - 1 ? found?.shadowRoot : found;
        }, document) ?? null
        """;

    /// <summary>The element, or null when it is gone. Dispose the handle.</summary>
    public static async Task<IElementHandle?> ElementAsync(IPage page, ElementAddress address)
    {
        IFrame frame = page.MainFrame;
        foreach (IReadOnlyList<string> step in address.Frames.SkipLast(1))
        {
            if (await ChildAsync(frame, step) is not { } child)
                return null;
            frame = child;
        }
        return await HandleAsync(frame, address.Inner);
    }

    /// <summary>The frame inside the iframe that the selectors lead to, or null.</summary>
    public static async Task<IFrame?> ChildAsync(IFrame frame, IReadOnlyList<string> selectors)
    {
        IElementHandle? owner = await HandleAsync(frame, selectors);
        if (owner is null)
            return null;
        await using (owner)
            return await owner.ContentFrameAsync();
    }

    private static async Task<IElementHandle?> HandleAsync(IFrame frame, IReadOnlyList<string> selectors)
    {
        try
        {
            IJSHandle handle = await frame.EvaluateHandleAsync(Resolve, selectors);
            if (handle is IElementHandle element)
                return element;
            await handle.DisposeAsync();
            return null;
        }
        catch (PlaywrightException)
        {
            // The frame navigated or went, or a selector of the page's own making is not valid CSS.
            return null;
        }
    }
}
