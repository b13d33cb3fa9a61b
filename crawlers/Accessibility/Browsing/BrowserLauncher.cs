using System.Collections;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using Monitor.Shared.Settings;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>Starts a Chromium of our own, or connects to the one that <see cref="BrowserSettings.Endpoint"/> names.</summary>
internal sealed class BrowserLauncher(IOptions<BrowserSettings> settings, BrowserEgress egress, ILogger logger, TimeProvider clock)
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
            Uri proxy = await egress.AddressAsync(cancellation);
            if (settings.Value.Endpoint is not { } endpoint)
                return new BrowserInstance(driver, await LaunchAsync(driver.Chromium, proxy), contextProxy: null, clock);

            IBrowser remote = await ConnectAsync(driver.Chromium, endpoint);
            bool near = Uri.TryCreate(endpoint, UriKind.Absolute, out Uri? address) && address.IsLoopback;
            if (!near)
                logger.LogWarning("The browser is on another machine: its own network must keep it from private addresses");
            return new BrowserInstance(driver, remote, near ? ProxyFor(proxy) : null, clock);
        }
        catch
        {
            driver.Dispose();
            throw;
        }
    }

    private static async Task<IBrowser> LaunchAsync(IBrowserType chromium, Uri proxy)
    {
        (string? path, string? problem) = Find();
        if (path is null)
            throw new InvalidOperationException(problem);

        return await chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = BrowserArguments.SwitchesBehind(proxy),
            Env = BrowserArguments.EnvironmentFrom(ProcessEnvironment()),
            Proxy = ProxyFor(proxy),
            Timeout = StartLimitMs,
            // Whoever runs us decides what a signal means: the running page may be finished first.
            HandleSIGINT = false,
            HandleSIGTERM = false,
            HandleSIGHUP = false,
        });
    }

    private static Proxy ProxyFor(Uri proxy) => new() { Server = proxy.GetLeftPart(UriPartial.Authority), Bypass = BrowserArguments.ProxyBypass };

    private static Task<IBrowser> ConnectAsync(IBrowserType chromium, string endpoint) =>
        endpoint.StartsWith("ws", StringComparison.OrdinalIgnoreCase)
            ? chromium.ConnectAsync(endpoint, new BrowserTypeConnectOptions { Timeout = StartLimitMs })
            : chromium.ConnectOverCDPAsync(endpoint, new BrowserTypeConnectOverCDPOptions { Timeout = StartLimitMs });

    private static (string? Path, string? Problem) Find() =>
        BrowserExecutable.Find(Environment.GetEnvironmentVariable(BrowserExecutable.Variable), File.Exists);

    private static Dictionary<string, string> ProcessEnvironment() =>
        Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "");
}
