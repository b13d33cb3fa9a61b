using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Browsing;
using Monitor.Crawlers.Accessibility.Checks;
using Monitor.Crawlers.Accessibility.Checks.Reading;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Makes the window smaller and asks after each step what is lost; gives it its size back in the end.</summary>
internal sealed class WindowSizesProbe : IProbe<WindowSizes>
{
    private static readonly string Script = PageReader.Call(LayoutScript.With(EmbeddedScript.Read(typeof(WindowSizesProbe), "views.js")));

    /// <inheritdoc/>
    public async Task<WindowSizes> MeasureAsync(IPage page, CancellationToken cancellation)
    {
        try
        {
            return await MeasureAsync(page).WaitAsync(cancellation);
        }
        catch (PlaywrightException) when (!page.IsClosed)
        {
            // It went elsewhere over it, as pages with a second address for telephones do.
            var missed = new PageReading<CutText>([], true);
            return new WindowSizes(missed, missed, missed);
        }
    }

    private static async Task<WindowSizes> MeasureAsync(IPage page)
    {
        await using IJSHandle views = await page.EvaluateHandleAsync(Script);
        try
        {
            ReadElement<CutText>[] any = await AskAsync("any");
            ReadElement<CutText>[] zoomed = await AskAtAsync(640, 400, "cuts");
            if (zoomed.Length > 0)
            {
                // A larger window at the same zoom is higher, too: what is lost for lack of height is not lost to everybody.
                HashSet<string> still = [.. (await AskAtAsync(640, 800, "cuts")).Select(e => e.Address.Target)];
                zoomed = [.. zoomed.Select(e => still.Contains(e.Address.Target) ? e : e with { Item = e.Item with { Meant = true } })];
            }
            ReadElement<CutText>[] turned = await views.EvaluateAsync<bool>("views => views.mayTurn()") ? await AskAtAsync(800, 1280, "turned") : [];
            ReadElement<CutText>[] narrow = await AskAtAsync(320, 800, "wide");
            return new WindowSizes(With(zoomed), With(turned), With(narrow));

            PageReading<CutText> With(ReadElement<CutText>[] found) => new([.. any, .. found], false);
        }
        finally
        {
            await page.SetViewportSizeAsync(BrowserPage.Viewport.Width, BrowserPage.Viewport.Height);
        }

        async Task<ReadElement<CutText>[]> AskAtAsync(int width, int height, string question)
        {
            await page.SetViewportSizeAsync(width, height);
            return await AskAsync(question);
        }

        async Task<ReadElement<CutText>[]> AskAsync(string question) =>
            PageReader.Read<CutText>(await views.EvaluateAsync<string?>($"views => views.{question}()"), []);
    }
}
