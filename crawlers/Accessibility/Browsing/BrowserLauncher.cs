using System.Collections;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>Starts a Chromium of our own, or connects to the one that <see cref="BrowserSettings.Endpoint"/> names.</summary>
internal sealed class BrowserLauncher(
    IOptions<BrowserSettings> settings, IOptions<PageSettings> limits, BrowserEgress egress, ILogger logger, TimeProvider clock)
{
    private const float StartLimitMs = 30_000;

    /// <summary>Why no browser can be started here, with the remedy; null when one can.</summary>
    public string? Problem() => settings.Value.Endpoint is null ? Find().Problem : null;

    /// <summary>Starts or connects.</summary>
    /// <exception cref="InvalidOperationException">The machine has no browser; the message is that of <see cref="Problem"/>.</exception>
    /// <exception cref="PlaywrightException">It does not start.</exception>
    public async Task<BrowserInstance> StartAsync(CancellationToken cancellation)
    {
        IPlaywright driver = await Playwright.CreateAsync();
        try
        {
            if (settings.Value.Endpoint is not { } endpoint)
                return await LaunchAsync(driver, await egress.ClosedAsync(cancellation));

            IBrowser remote = await ConnectAsync(driver.Chromium, endpoint);
            bool near = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) && address.IsLoopback;
            if (!near)
                logger.LogWarning("The browser is on another machine: its own network must keep it from private addresses");
            return new BrowserInstance(driver, remote, near, clock);
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    private async Task<BrowserInstance> LaunchAsync(IPlaywright driver, Uri proxy)
    {
        (string? path, string? problem) = Find();
        if (path is null)
            throw new InvalidOperationException(problem);

        IBrowser browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = BrowserArguments.SwitchesBehind(proxy, limits.Value),
            Env = BrowserArguments.EnvironmentFrom(ProcessEnvironment()),
            Proxy = BrowserArguments.ProxyAt(proxy),
            Timeout = StartLimitMs,
            // Whoever runs us decides what a signal means: the running page may be finished first.
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        });
        BrowserProcesses? processes = BrowserProcesses.CanBeSeen ? new BrowserProcesses(await ProcessOfAsync(browser)) : null;
        return new BrowserInstance(driver, browser, reachesUs: true, clock)
        {
            Processes = processes,
            Watch = processes is null ? null : new MemoryWatch(processes, limits.Value.MaxMemoryMebibytes * 1024L * 1024, clock, logger),
        };
    }

    private static async Task<int> ProcessOfAsync(IBrowser browser)
    {
        ICDPSession session = await browser.NewBrowserCDPSessionAsync();
        JsonElement answer = (await session.SendAsync("SystemInfo.getProcessInfo"))!.Value;
        await session.DetachAsync();
        return answer.GetProperty("processInfo").EnumerateArray().First(p => p.GetProperty("type").GetString() == "browser").GetProperty("id").GetInt32();
    }

    private static Task<IBrowser> ConnectAsync(IBrowserType chromium, string endpoint) =>
        endpoint.StartsWith("ws", StringComparison.OrdinalIgnoreCase)
            ? chromium.ConnectAsync(endpoint, new BrowserTypeConnectOptions { Timeout = StartLimitMs })
            : chromium.ConnectOverCDPAsync(endpoint, new BrowserTypeConnectOverCDPOptions { Timeout = StartLimitMs });

    private static (string? Path, string? Problem) Find() =>
        BrowserExecutable.Find(Environment.GetEnvironmentVariable(BrowserExecutable.Variable), File.Exists);

    private static Dictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
}
