using Microsoft.Playwright;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>One running browser with the driver that speaks to it. They live and die together: when either hangs, both are replaced.</summary>
/// <param name="driver">The driver.</param>
/// <param name="browser">The browser.</param>
/// <param name="reachesUs">Whether the browser reaches proxies of ours: it does on this machine.</param>
/// <param name="clock">The clock.</param>
internal sealed class BrowserInstance(IPlaywright driver, IBrowser browser, bool reachesUs, TimeProvider clock)
{
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private readonly Lock counting = new();
    private int open;
    private bool retired;
    private Task? ending;

    /// <summary>The browser.</summary>
    public IBrowser Browser => browser;

    /// <summary>Whether its pages go out through proxies of ours.</summary>
    public bool ReachesUs => reachesUs;

    /// <summary>Its name and version, e.g. <c>Chromium 156.0.1</c>.</summary>
    public string Name => $"Chromium {browser.Version}";

    /// <summary>Whether it answers no more, or was given up.</summary>
    public bool Dead => GivenUp || !browser.IsConnected;

    /// <summary>Whether somebody found it hanging.</summary>
    public bool GivenUp { get; private set; }

    /// <summary>Its processes, where we started them and can see them.</summary>
    public BrowserProcesses? Processes { get; init; }

    /// <summary>Who watches their memory.</summary>
    public MemoryWatch? Watch { get; init; }

    /// <summary>Pages asked of it so far.</summary>
    public int Pages { get; private set; }

    /// <summary>Says that it hangs; the next page gets another browser.</summary>
    public void GiveUp() => GivenUp = true;

    /// <summary>Notes that a page of it is in use, until <see cref="LeaveAsync"/>.</summary>
    public void Enter()
    {
        lock (counting)
        {
            Pages++;
            open++;
        }
    }

    /// <summary>Notes that a page of it is gone; the last one of a retired browser takes it along.</summary>
    public async Task LeaveAsync()
    {
        bool last;
        lock (counting)
            last = --open == 0 && retired;
        if (last)
            await EndAsync();
    }

    /// <summary>Lets the pages that are open come to their end, and the browser with them.</summary>
    public async Task RetireAsync()
    {
        bool idle;
        lock (counting)
        {
            retired = true;
            idle = open == 0;
        }
        if (idle)
            await EndAsync();
    }

    /// <summary>Ends browser and driver, and by force whatever of them is left: stopped processes do not end for a closed pipe.</summary>
    public Task EndAsync()
    {
        lock (counting)
            return ending ??= EndOnceAsync();
    }

    private async Task EndOnceAsync()
    {
        if (Watch is not null)
            await Watch.DisposeAsync();
        IReadOnlyList<BrowserProcess> running = Processes?.Running() ?? [];
        try
        {
            await browser.CloseAsync().WaitAsync(CloseLimit, clock);
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Dead or hanging. A driver that hangs would let us wait for its end.
            BrowserProcesses.End(running);
        }
        driver.Dispose();
        BrowserProcesses.End(running);
    }
}
