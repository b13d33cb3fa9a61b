using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Templates;

namespace Monitor.Crawlers.Accessibility.Evidence;

/// <summary>Takes pictures of elements, cropped to them with a small margin, form values blanked.</summary>
internal sealed class ElementCamera(IPage page, IEvidenceStore store)
{
    /// <summary>Pictures of one page, at most.</summary>
    public const int MaxPictures = 25;

    private const int Margin = 8;
    private const int TriesForOne = 3;
    private const float LimitMs = 5_000;
    private static readonly string Mask = EmbeddedScript.Read(typeof(ElementCamera), "mask.js");
    private static readonly string Unmask = EmbeddedScript.Read(typeof(ElementCamera), "unmask.js");

    /// <summary>
    /// Pictures one element of each group, the first that can be seen.
    /// </summary>
    /// <param name="groups">Addresses of elements that share a cause.</param>
    /// <param name="cancellation">Ends it early: what is pictured by then is returned.</param>
    /// <returns>For each group which of its elements was pictured and under which name; null where none was.</returns>
    public async Task<IReadOnlyList<(int Index, string Blob)?>> TakeAsync(IReadOnlyList<IReadOnlyList<ElementAddress>> groups, CancellationToken cancellation)
    {
        var pictures = new (int, string)?[groups.Count];
        if (!store.KeepsScreenshots || groups.Count == 0)
            return pictures;

        await InEveryFrameAsync(Mask);
        try
        {
            for (int i = 0; i < Math.Min(groups.Count, MaxPictures); i++)
                pictures[i] = await TakeFirstVisibleAsync(groups[i], cancellation);
        }
        finally
        {
            await InEveryFrameAsync(Unmask);
        }
        return pictures;
    }

    private async Task<(int, string)?> TakeFirstVisibleAsync(IReadOnlyList<ElementAddress> addresses, CancellationToken cancellation)
    {
        for (int i = 0; i < Math.Min(addresses.Count, TriesForOne) && !cancellation.IsCancellationRequested; i++)
            if (await PictureAsync(addresses[i]) is { } png)
                return (i, await store.SaveScreenshotAsync(png, cancellation));
        return null;
    }

    private async Task<byte[]?> PictureAsync(ElementAddress address)
    {
        try
        {
            IElementHandle? element = await FrameFinder.ElementAsync(page, address);
            if (element is null)
                return null;
            await using (element)
            {
                await element.EvaluateAsync("e => e.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })");
                if (!await element.IsVisibleAsync() || Clip(await element.BoundingBoxAsync()) is not { } clip)
                    return null;
                return await page.ScreenshotAsync(new PageScreenshotOptions
                {
                    Clip = clip,
                    Animations = ScreenshotAnimations.Disabled,
                    Caret = ScreenshotCaret.Initial,
                    Timeout = LimitMs,
                });
            }
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Evidence is worth having, but a picture that can't be taken makes no finding wrong.
            return null;
        }
    }

    /// <summary>The element with its margin, within the viewport; null when none of it is there.</summary>
    internal static Clip? Clip(ElementHandleBoundingBoxResult? box)
    {
        if (box is null || box.Width < 1 || box.Height < 1)
            return null;
        float left = Math.Max(0, box.X - Margin), top = Math.Max(0, box.Y - Margin);
        float right = Math.Min(BrowserPage.Viewport.Width, box.X + box.Width + Margin), bottom = Math.Min(BrowserPage.Viewport.Height, box.Y + box.Height + Margin);
        return right - left < 1 || bottom - top < 1 ? null : new Clip { X = left, Y = top, Width = right - left, Height = bottom - top };
    }

    private async Task InEveryFrameAsync(string script)
    {
        foreach (IFrame frame in page.Frames)
        {
            try
            {
                await frame.EvaluateAsync(script);
            }
            catch (PlaywrightException)
            {
                // The frame went, or never held a document.
            }
        }
    }
}
