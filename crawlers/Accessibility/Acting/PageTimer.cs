using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Acting;

/// <summary>Time for the page's own timers: it passes in the page, behind those that were set before.</summary>
internal static class PageTimer
{
    private const string Wait = "time => new Promise((done) => setTimeout(done, time))";

    /// <summary>Waits until a timer of so many milliseconds has run in the page.</summary>
    public static Task RunAsync(IPage page, int milliseconds) => page.EvaluateAsync(Wait, milliseconds);
}
