using Microsoft.Playwright;
using Monitor.Crawlers.Accessibility.Checks;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>
/// Walks through a page by Tab, once for all checks: quickly at first, with keys that wait for nothing; key by key where that did not go as it should, since a
/// script that moves focus back by a timer does not get to it in time.
/// </summary>
internal sealed class FocusWalkProbe : IProbe<FocusWalk>
{
    // Scripts move focus after the browser has, by a timer of no or little delay. Where one was seen to, it gets the time for it.
    private const int Short = 5, Long = 25;
    private const int Batch = 6;

    /// <inheritdoc/>
    public Task<FocusWalk> MeasureAsync(IPage page, CancellationToken cancellation) => Keyboard.OnAsync(page, async keyboard =>
    {
        FocusWalk quick = await new Walker(page, keyboard.TabAsync).WalkAsync(cancellation);
        await CloseAsync(quick);
        if (quick.IsPlain)
            return quick;
        FocusWalk walk = await new Walker(page, KeyByKeyAsync, Batch).WalkAsync(cancellation);
        await CloseAsync(walk);
        return walk;

        // What opened as focus came by must not lie over the page for those who look at it next.
        Task CloseAsync(FocusWalk walked) => walked.Jumps > 0 ? keyboard.PressAsync(Key.Escape).WaitAsync(cancellation) : Task.CompletedTask;

        async Task KeyByKeyAsync(int times)
        {
            for (int i = 0; i < times; i++)
            {
                await keyboard.PressAsync(Key.Tab);
                await PageTimer.RunAsync(page, quick.Jumps > 0 ? Long : Short).WaitAsync(cancellation);
            }
        }
    });
}
