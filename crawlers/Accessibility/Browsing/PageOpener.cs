using Microsoft.Playwright;
using Monitor.Crawlers.Web.Egress;
using Monitor.Crawlers.Web.Fetching;

namespace Monitor.Crawlers.Accessibility.Browsing;

/// <summary>Opens pages: each in a context of its own, behind a proxy of its own.</summary>
internal sealed class PageOpener(BotIdentity bot, BrowserEgress egress, PageSettings limits, TimeProvider clock)
{
    /// <summary>Opens one; on failure nothing stays open.</summary>
    /// <param name="instance">The browser.</param>
    /// <param name="release">Is called when the page is gone.</param>
    public async Task<BrowserPage> OpenAsync(BrowserInstance instance, Action release)
    {
        var life = new PageLife();
        EgressProxy? proxy = instance.ReachesUs
            ? await egress.ForPageAsync(new EgressLimits(limits.MaxBytes, limits.MaxConnections), () => life.End(Shared.Scans.PageReasons.TooLarge))
            : null;
        IBrowserContext? context = null;
        try
        {
            context = await instance.Browser.NewContextAsync(new BrowserNewContextOptions
            {
                ViewportSize = BrowserPage.Viewport,
                UserAgent = UserAgentOf(instance.Browser),
                Locale = "nb-NO",
                TimezoneId = "Europe/Oslo",
                ReducedMotion = ReducedMotion.Reduce,
                ServiceWorkers = ServiceWorkerPolicy.Block,
                AcceptDownloads = false,
                Proxy = proxy is null ? null : BrowserArguments.ProxyAt(proxy.Address),
                // The engine is injected as a script; a page's policy must not keep it from being judged.
                BypassCSP = true,
            });
            return new BrowserPage(instance, context, await context.NewPageAsync(), life, proxy, limits.MaxDialogs, release, clock);
        }
        catch
        {
            if (context is not null)
                await BrowserPage.IgnoreAsync(context.CloseAsync());
            if (proxy is not null)
                await proxy.DisposeAsync();
            throw;
        }
    }

    /// <summary>Chromium's own user agent, so that sites serve what people get, with our name and a page about us behind it.</summary>
    private string UserAgentOf(IBrowser browser) =>
        $"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{browser.Version.Split('.')[0]}.0.0.0 Safari/537.36 {bot.UserAgent}";
}
