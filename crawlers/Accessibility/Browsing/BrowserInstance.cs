using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>One running browser with the driver that speaks to it. They live and die together: when either hangs, both are replaced.</summary>
internal sealed class BrowserInstance(IPlaywright driver, IBrowser browser, Proxy? contextProxy, TimeProvider clock)
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);

    /// <summary>The browser.</summary>
    public IBrowser Browser => browser;

    /// <summary>The proxy that each context must name, where the browser was not started with one.</summary>
    public Proxy? ContextProxy => contextProxy;

    /// <summary>Its name and version, e.g. <c>Chromium 156.0.1</c>.</summary>
    public string Name => $"Chromium {browser.Version}";

    /// <summary>Whether it answers no more, or was given up.</summary>
    public bool Dead => GivenUp || !browser.IsConnected;

    /// <summary>Whether somebody found it hanging.</summary>
    public bool GivenUp { get; private set; }

    /// <summary>Says that it hangs; the next page gets another browser.</summary>
    public void GiveUp() => GivenUp = true;

    /// <summary>Ends browser and driver. The driver kills what is left of the browser when its pipe closes, so a hanging one ends too.</summary>
    public async Task EndAsync()
    {
        try
        {
            await browser.CloseAsync().WaitAsync(CloseLimit, clock);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // It is dead or hangs: disposing the driver below ends it.
        }
        driver.Dispose();
    }
}
