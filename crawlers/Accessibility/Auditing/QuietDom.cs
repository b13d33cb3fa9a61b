using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Auditing;

/// <summary>Waits until a page rests.</summary>
internal static class QuietDom
{
    private static readonly string Script = EmbeddedScript.Read(typeof(QuietDom), "quiet.js");

    /// <summary>Waits until the DOM has not changed for a while.</summary>
    /// <param name="page">The page.</param>
    /// <param name="quiet">The while.</param>
    /// <param name="atMost">How long that is waited for.</param>
    public static Task WaitAsync(IPage page, TimeSpan quiet, TimeSpan atMost) =>
        page.EvaluateAsync<object?>(Script, new { quietMs = quiet.TotalMilliseconds, limitMs = atMost.TotalMilliseconds });
}
